package org.dargah.ui.web;

import java.util.Locale;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a problem type means, at the address that is its name. */
@Controller
class Problems {

    private final Vocabulary vocabulary;

    Problems(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GetMapping("/problems/{name}")
    ModelAndView problem(@PathVariable String name, Locale locale) {
        if (!vocabulary.in(locale).has("ui.problem." + name + ".title")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Reply.page("ui/problem", new ProblemPage(name));
    }
}
