package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.dargah.identity.OfficeSignIn;
import org.dargah.identity.OfficeSignIn.Result;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door of officials. */
@Controller
class OfficeSignInController {

    private static final String TEMPLATE = "identity/officeSignIn";

    private final OfficeSignIn signIn;
    private final Vocabulary vocabulary;

    OfficeSignInController(OfficeSignIn signIn, Vocabulary vocabulary) {
        this.signIn = signIn;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/work/sign-in")
    ModelAndView form(@RequestParam(name = "continue", defaultValue = "") String wanted) {
        return Reply.page(TEMPLATE, new OfficeSignInPage("", wanted, Errors.none()));
    }

    @PostMapping("/work/sign-in")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return switch (signIn.enter(username, password, wanted, request, response)) {
            case Result.Entered(String path) -> Reply.seeOther(path);
            case Result.Wrong wrong ->
                    again(username, wanted, "wrong", HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case Result.TooMany tooMany ->
                    again(username, wanted, "too-many", HttpStatus.TOO_MANY_REQUESTS, locale);
        };
    }

    private ModelAndView again(
            String username, String wanted, String error, HttpStatus status, Locale locale) {
        Errors errors =
                Errors.of("username", vocabulary.in(locale).t("identity.office.error." + error));
        return Reply.page(TEMPLATE, new OfficeSignInPage(username, wanted, errors), status);
    }
}
