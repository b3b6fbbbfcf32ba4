package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.dargah.identity.Passkeys;
import org.dargah.identity.SignIn;
import org.dargah.identity.SignInStep;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Shell;
import org.dargah.ui.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a citizen's sign-in: who are you? */
@Controller
class SignInController {

    static final String CHALLENGE = "dargah.challenge";

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Vocabulary vocabulary;

    SignInController(SignIn signIn, Passkeys passkeys, Vocabulary vocabulary) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(name = "continue", defaultValue = "") String wanted) {
        return Reply.page(
                "identity/signIn",
                new SignInPage(Typed.NOTHING, wanted, passkeys.place(), Errors.none()));
    }

    @PostMapping("/sign-in")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String nationalId,
            @RequestParam(name = "birthDate.day", defaultValue = "") String day,
            @RequestParam(name = "birthDate.month", defaultValue = "") String month,
            @RequestParam(name = "birthDate.year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            @RequestParam(name = Shell.KEY, required = false) @Nullable UUID formKey,
            @RequestParam(defaultValue = "false") boolean change,
            HttpServletRequest request,
            Locale locale) {
        Typed typed = new Typed(nationalId, day, month, year, mobile);
        Errors errors = change ? Errors.none() : typed.errors(vocabulary.in(locale));
        SignInPage page = new SignInPage(typed, wanted, passkeys.place(), errors);
        if (change) {
            return Reply.page("identity/signIn", page);
        }
        if (!errors.isEmpty()) {
            return Reply.invalid("identity/signIn", page);
        }
        UUID key = formKey == null ? UUID.randomUUID() : formKey;
        return switch (signIn.begin(typed.claim(key), request, locale)) {
            case SignInStep.CodeSent(var challenge) -> {
                signIn.rememberWay(request, wanted);
                request.getSession().setAttribute(CHALLENGE, challenge.id().toString());
                yield Reply.seeOther("/sign-in/code");
            }
            case SignInStep.Stopped stopped -> StoppedPage.ofCode(stopped, page);
        };
    }
}
