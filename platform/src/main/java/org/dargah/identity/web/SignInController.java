package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.dargah.identity.SignIn;
import org.dargah.identity.SignInStep;
import org.dargah.identity.SignInStep.Stop;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Shell;
import org.dargah.ui.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Vocabulary vocabulary;

    SignInController(SignIn signIn, Vocabulary vocabulary) {
        this.signIn = signIn;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(name = "continue", defaultValue = "") String wanted) {
        return Reply.page("identity/signIn", new SignInPage(Typed.NOTHING, wanted, Errors.none()));
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
        SignInPage page = new SignInPage(typed, wanted, errors);
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
            case SignInStep.Stopped(Stop stop, var after) -> stopped(stop, after, page);
        };
    }

    private static ModelAndView stopped(Stop stop, @Nullable Duration after, SignInPage page) {
        int minutes = after == null ? 0 : (int) Math.max(1, after.plusSeconds(59).toMinutes());
        StoppedPage stopped =
                new StoppedPage(stop.code(), stop.passes(), minutes, page.typed(), page.wanted());
        ModelAndView reply = Reply.page("identity/stopped", stopped, status(stop));
        return reply;
    }

    private static HttpStatus status(Stop stop) {
        return switch (stop) {
            case UNKNOWN, BIRTH_DATE_DIFFERS, MOBILE_NOT_THEIRS -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DECEASED -> HttpStatus.FORBIDDEN;
            case CIVIL_REGISTRY_SILENT, SIM_REGISTRY_SILENT -> HttpStatus.SERVICE_UNAVAILABLE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
