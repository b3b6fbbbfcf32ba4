package org.dargah.catalog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.dargah.catalog.Previews;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page of a service that is not published yet, for whoever has the secret address. */
@Controller
class DraftServiceController {

    private final Previews previews;
    private final ServiceTexts texts;
    private final Vocabulary vocabulary;

    DraftServiceController(Previews previews, ServiceTexts texts, Vocabulary vocabulary) {
        this.previews = previews;
        this.texts = texts;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/preview/{token}/service")
    ModelAndView service(@PathVariable String token, HttpServletResponse response, Locale locale) {
        Previews.hide(response::setHeader);
        Previews.Preview preview =
                previews.find(token)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Words words = vocabulary.in(locale);
        String home = "/preview/" + token;
        return Optional.ofNullable(preview.checked().service())
                .map(service -> texts.draft(service, home, preview.expiresAt(), words))
                .map(page -> Reply.page("catalog/service", page))
                .orElseGet(() -> Reply.seeOther(home));
    }
}
