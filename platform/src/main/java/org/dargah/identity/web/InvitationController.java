package org.dargah.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.identity.Invitation;
import org.dargah.identity.Officers;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a one-time link: an official makes their account. */
@Controller
class InvitationController {

    private static final String TEMPLATE = "identity/invitation";

    private final Officers officers;
    private final AccountFacts facts;
    private final Vocabulary vocabulary;

    InvitationController(Officers officers, AccountFacts facts, Vocabulary vocabulary) {
        this.officers = officers;
        this.facts = facts;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/work/invitations/{token}")
    ModelAndView form(@PathVariable String token, Locale locale) {
        return officers.invitation(token)
                .map(found -> facts.of(found, locale))
                .map(rows -> new InvitationPage(token, rows, "", "", Errors.none()))
                .map(page -> Reply.page(TEMPLATE, page))
                .orElseGet(InvitationController::spent);
    }

    private static ModelAndView spent() {
        return Reply.page("identity/linkSpent", "", HttpStatus.GONE);
    }

    @PostMapping("/work/invitations/{token}")
    ModelAndView accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            Locale locale) {
        Optional<Invitation> found = officers.invitation(token);
        if (found.isEmpty()) {
            return spent();
        }
        Words words = vocabulary.in(locale);
        List<Row> rows = facts.of(found.get(), locale);
        Errors errors = errors(username, name, password, words);
        if (!errors.isEmpty()) {
            return Reply.invalid(TEMPLATE, new InvitationPage(token, rows, username, name, errors));
        }
        return switch (officers.accept(token, username, name, password)) {
            case DONE -> Reply.seeOther("/work/sign-in");
            case LINK_SPENT -> spent();
            case USERNAME_TAKEN -> {
                Errors taken = Errors.of("username", words.t("identity.office.error.taken"));
                yield Reply.invalid(
                        TEMPLATE, new InvitationPage(token, rows, username, name, taken));
            }
        };
    }

    private static Errors errors(String username, String name, String password, Words words) {
        Errors errors = Errors.none();
        if (PersianText.normalise(name).length() < 3) {
            errors = errors.with("name", words.t("identity.office.error.name"));
        }
        if (!username.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9.-]{2,39}")) {
            errors = errors.with("username", words.t("identity.office.error.username"));
        }
        return PasswordRule.accepts(password)
                ? errors
                : errors.with("password", words.t("identity.office.error.password"));
    }
}
