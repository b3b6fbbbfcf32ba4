package org.dargah.portal.web;

import java.util.List;
import org.dargah.ui.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the footer leads to: help, accessibility, privacy. */
@Controller
class Help {

    @GetMapping("/help")
    ModelAndView help() {
        return page("portal.help", "find", "sign-in", "apply", "follow", "check", "wrong");
    }

    @GetMapping("/help/accessibility")
    ModelAndView accessibility() {
        return page("portal.accessibility", "how", "tested", "open");
    }

    @GetMapping("/help/privacy")
    ModelAndView privacy() {
        return page("portal.privacy", "what", "who", "see", "keep", "browser");
    }

    private static ModelAndView page(String key, String... parts) {
        return Reply.page("portal/help", new HelpPage(key, List.of(parts)));
    }
}
