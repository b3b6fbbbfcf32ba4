package org.dargah.portal.web;

import java.util.Locale;
import java.util.UUID;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Passkeys;
import org.dargah.inquiries.ConsentDoor;
import org.dargah.inquiries.UsageWords;
import org.dargah.inquiries.Usages;
import org.dargah.kernel.InquiryId;
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

    private final Usages usages;
    private final UsageWords telling;
    private final Passkeys passkeys;
    private final ConsentDoor consents;
    private final Vocabulary vocabulary;

    Me(
            Usages usages,
            UsageWords telling,
            Passkeys passkeys,
            ConsentDoor consents,
            Vocabulary vocabulary) {
        this.usages = usages;
        this.telling = telling;
        this.passkeys = passkeys;
        this.consents = consents;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/me")
    ModelAndView me(
            CurrentPerson person, @RequestParam(defaultValue = "") String before, Locale locale) {
        Words words = vocabulary.in(locale);
        UUID start = InquiryId.parse(before).map(InquiryId::value).orElse(null);
        Usages.Page page = usages.page(person.province(), person.id(), start, LINES);
        Pager pager =
                new Pager(
                        start == null ? null : "/me",
                        page.next() == null ? null : "/me?before=" + page.next());
        return Reply.page(
                "portal/me",
                new MePage(
                        person.name(),
                        telling.table(page.usages(), words),
                        pager,
                        passkeys.table(person.id(), words),
                        consents.waiting(person)));
    }
}
