package org.dargah.catalog.web;

import java.util.List;
import java.util.Locale;
import org.dargah.agencies.Agencies;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finding a service by one's own words. */
@Controller
class SearchController {

    private static final int LONGEST = 120;

    private final Catalog catalog;
    private final Agencies agencies;
    private final Vocabulary vocabulary;

    SearchController(Catalog catalog, Agencies agencies, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q, Locale locale) {
        Words words = vocabulary.in(locale);
        String query = PersianText.normalise(q.length() > LONGEST ? q.substring(0, LONGEST) : q);
        List<SearchPage.Found> found =
                query.isEmpty()
                        ? List.of()
                        : catalog.search(query).stream()
                                .map(service -> found(service, words))
                                .toList();
        return Reply.page("catalog/search", new SearchPage(query, found));
    }

    private SearchPage.Found found(Service service, Words words) {
        Locale locale = words.locale();
        return new SearchPage.Found(
                service.title().in(locale),
                service.path(),
                service.summary().in(locale),
                agencies.title(service.agency(), locale),
                ServiceTexts.time(service, words).value(),
                ServiceTexts.cost(service, words).value());
    }
}
