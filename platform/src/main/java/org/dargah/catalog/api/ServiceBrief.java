package org.dargah.catalog.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.dargah.catalog.Service;
import org.dargah.catalog.Text;

/** A service in a few words. */
record ServiceBrief(
        @Schema(
                        description = "Agency and code; what a new case names",
                        example = "asnaf/business-licence")
                String service,
        Text title,
        Text summary,
        @Schema(description = "The statutory time, in working days") int workingDays,
        boolean decidesItself) {

    static ServiceBrief of(Service service) {
        return new ServiceBrief(
                service.agency() + "/" + service.code(),
                service.title(),
                service.summary(),
                service.workingDays(),
                service.decidesItself());
    }
}
