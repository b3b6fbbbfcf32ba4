package org.dargah.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dargah.agencies.Agencies;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.LifeEvent;
import org.dargah.catalog.Service;
import org.dargah.kernel.Rial;
import org.dargah.ui.Link;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** What the catalogue offers, as lists of the portal show it. */
@Component
class Shelf {

    private static final int EXAMPLES = 4;

    private final Catalog catalog;
    private final Agencies agencies;

    Shelf(Catalog catalog, Agencies agencies) {
        this.catalog = catalog;
        this.agencies = agencies;
    }

    List<Offer> offers(Words words) {
        return forPeople().map(service -> offer(service, words)).toList();
    }

    /** What only programs of organisations may ask for would mislead here. */
    private Stream<Service> forPeople() {
        return catalog.all().stream().filter(Service::isForPeople);
    }

    /** Only moments for which there is a service. */
    List<LifeMoment> moments(Words words) {
        List<LifeMoment> moments = new ArrayList<>();
        for (LifeEvent event : LifeEvent.values()) {
            List<Offer> offers =
                    forPeople()
                            .filter(service -> service.lifeEvent() == event)
                            .map(service -> offer(service, words))
                            .toList();
            if (!offers.isEmpty()) {
                String title = words.t("portal.event." + event.slug());
                moments.add(new LifeMoment(event.slug(), title, offers));
            }
        }
        return moments;
    }

    private Offer offer(Service service, Words words) {
        Locale locale = words.locale();
        return new Offer(
                service.title().in(locale),
                service.path(),
                agencies.title(service.agency(), locale),
                service.decidesItself()
                        ? words.t("portal.at-once")
                        : words.t("portal.days", service.workingDays()),
                fee(service, words));
    }

    private static String fee(Service service, Words words) {
        return service.fees()
                .total()
                .map((Rial total) -> words.money(total))
                .orElseGet(() -> words.t("portal.fee.depends"));
    }

    /** Searches to try, in people's own words as the packs know them. */
    List<Link> examples(Words words) {
        return forPeople()
                .flatMap(
                        service ->
                                service.search().words().stream()
                                        .filter(w -> fits(w, words))
                                        .limit(2))
                .limit(EXAMPLES)
                .map(word -> new Link(word, Addresses.search(word)))
                .toList();
    }

    private static boolean fits(String example, Words words) {
        boolean latin = example.chars().anyMatch(sign -> sign >= 'a' && sign <= 'z');
        return latin != words.isPersian();
    }
}
