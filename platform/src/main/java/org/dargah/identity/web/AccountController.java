package org.dargah.identity.web;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Officers;
import org.dargah.identity.Role;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An official's own account. */
@Controller
class AccountController {

    private static final String TEMPLATE = "identity/account";

    private final Officers officers;
    private final AccountFacts facts;
    private final Vocabulary vocabulary;

    AccountController(Officers officers, AccountFacts facts, Vocabulary vocabulary) {
        this.officers = officers;
        this.facts = facts;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/work/account")
    ModelAndView account(
            CurrentOfficer officer,
            @RequestParam(defaultValue = "false") boolean changed,
            Locale locale) {
        return Reply.page(TEMPLATE, page(officer, changed, Errors.none(), locale));
    }

    private AccountPage page(
            CurrentOfficer officer, boolean changed, Errors errors, Locale locale) {
        return new AccountPage(
                facts.of(officer, locale), changed, officer.is(Role.ADMINISTRATOR), errors);
    }

    @PostMapping("/work/account/password")
    ModelAndView change(
            CurrentOfficer officer,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            Locale locale) {
        Words words = vocabulary.in(locale);
        if (!PasswordRule.accepts(password)) {
            return again(officer, "password", words.t("identity.office.error.password"), locale);
        }
        if (!officers.changePassword(officer, old, password, session.getId())) {
            return again(officer, "old", words.t("identity.office.error.old"), locale);
        }
        return Reply.seeOther("/work/account?changed=true");
    }

    private ModelAndView again(
            CurrentOfficer officer, String field, String sentence, Locale locale) {
        Errors errors = Errors.of(field, sentence);
        return Reply.invalid(TEMPLATE, page(officer, false, errors, locale));
    }
}
