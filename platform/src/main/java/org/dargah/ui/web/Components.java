package org.dargah.ui.web;

import java.util.List;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which all components stand with their states, right to left and left to right. */
@Controller
class Components {

    private final Vocabulary vocabulary;

    Components(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GetMapping("/ui")
    ModelAndView all() {
        List<Samples> sides =
                List.of(
                        new Samples(vocabulary.in(Words.PERSIAN)),
                        new Samples(vocabulary.in(Words.ENGLISH)));
        return Reply.page(
                "ui/components",
                new ComponentsPage(ComponentsPage.COLOURS, ComponentsPage.COMPONENTS, sides));
    }
}
