package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.dargah.identity.PasskeyCheck;
import org.dargah.identity.Passkeys;
import org.dargah.identity.SignIn;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Signing in with a passkey, from the first page of the sign-in. */
@Controller
class PasskeySignInController {

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Vocabulary vocabulary;

    PasskeySignInController(SignIn signIn, Passkeys passkeys, Vocabulary vocabulary) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.vocabulary = vocabulary;
    }

    /** Read by {@code passkey.js}, which hands it to the browser. */
    @PostMapping("/sign-in/passkey/challenges")
    ResponseEntity<String> challenge(HttpServletRequest request) {
        return PasskeysController.json(signIn.beginWithPasskey(request));
    }

    @PostMapping("/sign-in/passkey")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return switch (signIn.answerWithPasskey(credential, request, response)) {
            case PasskeyCheck.Recognised(var person) -> {
                signIn.rememberWay(request, wanted);
                yield Reply.seeOther(signIn.wayOn(request, response, person));
            }
            case PasskeyCheck.Unreadable unreadable ->
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            case PasskeyCheck.NotRecognised notRecognised -> again(wanted, locale);
            case PasskeyCheck.Stopped(var why) -> StoppedPage.ofPasskey(why, wanted);
        };
    }

    private ModelAndView again(String wanted, Locale locale) {
        String sentence = vocabulary.in(locale).t("identity.sign-in.passkey.error");
        return Reply.invalid(
                "identity/signIn",
                new SignInPage(
                        Typed.NOTHING, wanted, passkeys.place(), Errors.of("passkey", sentence)));
    }

    /** Where a reload of the page above ends. */
    @GetMapping("/sign-in/passkey")
    ModelAndView reload() {
        return Reply.seeOther("/sign-in");
    }
}
