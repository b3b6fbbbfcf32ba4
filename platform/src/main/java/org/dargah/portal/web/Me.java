package org.dargah.portal.web;

import java.util.Locale;
import org.dargah.acts.ActPage;
import org.dargah.acts.Acts;
import org.dargah.exchange.Looks;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Passkeys;
import org.dargah.kernel.ActId;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A citizen's own page: the way to their cases, everyone who read their data, and their passkeys.
 */
@Controller
class Me {

    private static final int LINES = 25;

    private final Acts acts;
    private final Looks looks;
    private final Passkeys passkeys;
    private final Vocabulary vocabulary;

    Me(Acts acts, Looks looks, Passkeys passkeys, Vocabulary vocabulary) {
        this.acts = acts;
        this.looks = looks;
        this.passkeys = passkeys;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/me")
    ModelAndView me(
            CurrentPerson person, @RequestParam(defaultValue = "") String before, Locale locale) {
        Words words = vocabulary.in(locale);
        ActId start = ActId.parse(before).orElse(null);
        ActPage page = acts.about(person.province(), person.id(), start, LINES);
        Pager pager =
                new Pager(
                        start == null ? null : "/me",
                        page.next() == null ? null : "/me?before=" + page.next().value());
        return Reply.page(
                "portal/me",
                new MePage(
                        person.name(),
                        looks.table(page.acts(), words),
                        pager,
                        passkeys.table(person.id(), words)));
    }
}
