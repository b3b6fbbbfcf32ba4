package org.dargah.board.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;

/** What one event says of a case; the columns that it does not speak of stay as they are. */
record News(Map<String, @Nullable Object> values) {

    private static final List<String> MAY_BE_UNSAID =
            List.of(
                    "tracking",
                    "submittedAt",
                    "submittedOn",
                    "dueOn",
                    "askedAt",
                    "sentAt",
                    "decidedAt",
                    "decidedOn",
                    "approved",
                    "withdrawnOn",
                    "score");

    static News of(
            Province province,
            CaseId id,
            ServiceCode service,
            AgencyCode agency,
            AgencyCode office) {
        var values = new HashMap<String, @Nullable Object>();
        MAY_BE_UNSAID.forEach(name -> values.put(name, null));
        values.put("province", province.code());
        values.put("case", id.value());
        values.put("service", service.value());
        values.put("agency", agency.value());
        values.put("office", office.value());
        return new News(values);
    }

    News with(String name, Object value) {
        var more = new HashMap<String, @Nullable Object>(values);
        more.put(name, value);
        return new News(more);
    }

    News at(String name, Instant at) {
        return with(name, at.atOffset(ZoneOffset.UTC));
    }

    /** The day in Tehran, by which months and deadlines are counted. */
    News on(String name, Instant at) {
        return with(name, Tehran.dateOf(at));
    }
}
