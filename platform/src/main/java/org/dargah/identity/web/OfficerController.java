package org.dargah.identity.web;

import java.util.Locale;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Officers;
import org.dargah.ui.Reply;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One official's account, for the administrator: what it is, and closing it. */
@Controller
class OfficerController {

    private final Officers officers;
    private final AccountFacts facts;

    OfficerController(Officers officers, AccountFacts facts) {
        this.officers = officers;
        this.facts = facts;
    }

    @GetMapping("/work/officers/{id}")
    ModelAndView officer(@PathVariable String id, CurrentOfficer administrator, Locale locale) {
        CurrentOfficer officer = find(id);
        return Reply.page(
                "identity/officer",
                new OfficerPage(
                        id,
                        officer.name(),
                        facts.of(officer, locale),
                        officer.id().equals(administrator.id())));
    }

    private CurrentOfficer find(String id) {
        return OfficerId.parse(id)
                .flatMap(officers::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/work/officers/{id}/closure")
    ModelAndView close(@PathVariable String id, CurrentOfficer administrator) {
        if (!officers.close(find(id), administrator)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return Reply.seeOther("/work/officers");
    }
}
