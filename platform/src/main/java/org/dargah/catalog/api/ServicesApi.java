package org.dargah.catalog.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.ui.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The services that are offered, for anyone: no token is asked for. */
@RestController
@Tag(name = "services")
class ServicesApi {

    private static final int MOST = 200;

    private final Catalog catalog;

    ServicesApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param after the cursor for the next page, or null on the last
     */
    record ServicePage(List<ServiceBrief> items, @Nullable String after) {}

    @GetMapping("/api/v1/services")
    @Operation(
            summary = "Search services in people's own words, or list them all",
            description = "Found ones come best first; all come in the order of their codes.")
    ServicePage search(
            @Parameter(description = "What somebody typed, in Persian or English")
                    @RequestParam(defaultValue = "")
                    String query,
            @Parameter(description = "The cursor that the page before gave")
                    @RequestParam(defaultValue = "")
                    String after,
            @RequestParam(defaultValue = "50") int limit) {
        List<Service> all = query.isBlank() ? catalog.all() : catalog.search(query);
        List<ServiceBrief> rest =
                all.stream()
                        .map(ServiceBrief::of)
                        .dropWhile(one -> !after.isEmpty() && !one.service().equals(after))
                        .skip(after.isEmpty() ? 0 : 1)
                        .toList();
        int size = Math.clamp(limit, 1, MOST);
        List<ServiceBrief> shown = rest.subList(0, Math.min(size, rest.size()));
        return new ServicePage(shown, rest.size() > size ? shown.getLast().service() : null);
    }

    @GetMapping("/api/v1/services/{agency}/{code}")
    @Operation(summary = "A service: conditions, fee, statutory time, what is asked, its form")
    ServiceWhole read(@PathVariable String agency, @PathVariable String code) {
        return catalog.find(agency, code)
                .map(ServiceWhole::of)
                .orElseThrow(
                        () ->
                                Problem.refusal(
                                        HttpStatus.NOT_FOUND,
                                        "not-found",
                                        "No service of this agency and code is offered."));
    }
}
