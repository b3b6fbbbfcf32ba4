package org.dargah.portal.web;

import java.util.List;
import java.util.Locale;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page, and the list of all services behind it. */
@Controller
class Home {

    private final Shelf shelf;
    private final Vocabulary vocabulary;

    Home(Shelf shelf, Vocabulary vocabulary) {
        this.shelf = shelf;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/")
    ModelAndView home(Locale locale) {
        Words words = vocabulary.in(locale);
        List<Offer> all = shelf.offers(words);
        return Reply.page(
                "portal/home",
                new HomePage(
                        shelf.examples(words),
                        shelf.moments(words),
                        all.stream().limit(HomePage.SHOWN).toList(),
                        all.size()));
    }

    @GetMapping("/services")
    ModelAndView services(Locale locale) {
        return Reply.page(
                "portal/services", new ServicesPage(shelf.moments(vocabulary.in(locale))));
    }
}
