package org.dargah.catalog.web;

import java.util.Locale;
import java.util.Optional;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page of one service. */
@Controller
class ServiceController {

    private final Catalog catalog;
    private final ServiceTexts texts;
    private final Vocabulary vocabulary;

    ServiceController(Catalog catalog, ServiceTexts texts, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.texts = texts;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/services/{agency}/{name}")
    ModelAndView service(@PathVariable String agency, @PathVariable String name, Locale locale) {
        Optional<Catalog.Retired> retired = catalog.retired(agency, name);
        if (retired.isPresent()) {
            return Reply.page(
                    "catalog/retired",
                    texts.page(retired.get(), vocabulary.in(locale)),
                    HttpStatus.GONE);
        }
        Service service =
                catalog.find(agency, name)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Reply.page("catalog/service", texts.page(service, vocabulary.in(locale)));
    }
}
