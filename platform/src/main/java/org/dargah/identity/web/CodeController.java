package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dargah.identity.Challenge;
import org.dargah.identity.CodeCheck;
import org.dargah.identity.SignIn;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second page of a citizen's sign-in: the code that came by SMS. */
@Controller
class CodeController {

    private static final String RESENT = "dargah.code-resent";
    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char END = '\u2069';

    private final SignIn signIn;
    private final Vocabulary vocabulary;
    private final Clock clock;

    CodeController(SignIn signIn, Vocabulary vocabulary, Clock clock) {
        this.signIn = signIn;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/sign-in/code")
    ModelAndView form(HttpServletRequest request, Locale locale) {
        Words words = vocabulary.in(locale);
        return waiting(request)
                .map(
                        challenge ->
                                Reply.page(
                                        "identity/code",
                                        page(challenge, request, Errors.none(), words)))
                .orElseGet(() -> Reply.seeOther("/sign-in"));
    }

    private Optional<Challenge> waiting(HttpServletRequest request) {
        return id(request).flatMap(signIn::waiting);
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> (String) known.getAttribute(SignInController.CHALLENGE))
                .map(UUID::fromString);
    }

    private CodePage page(
            Challenge challenge, HttpServletRequest request, Errors errors, Words words) {
        Instant next = signIn.nextCodeAt(challenge).orElse(null);
        boolean due = next != null && !next.isAfter(clock.instant());
        HttpSession session = request.getSession();
        boolean resent = session.getAttribute(RESENT) != null;
        session.removeAttribute(RESENT);
        return new CodePage(shown(challenge, words), next, due, resent, errors);
    }

    /** Isolated: among Persian words its digits and dots would change places. */
    private static String shown(Challenge challenge, Words words) {
        return LEFT_TO_RIGHT + words.digits(challenge.mobile().masked()) + END;
    }

    @PostMapping("/sign-in/code")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Words words = vocabulary.in(locale);
        String digits = PersianText.normalise(code).replace(" ", "");
        Optional<Challenge> waiting = waiting(request);
        if (waiting.isEmpty()) {
            return Reply.seeOther("/sign-in");
        }
        if (!digits.matches("\\d{6}")) {
            return again(waiting.get(), request, words, words.t("identity.error.code.form"));
        }
        return switch (signIn.answer(waiting.get().id(), digits, request, response)) {
            case CodeCheck.Right(Challenge right) -> {
                request.getSession().removeAttribute(SignInController.CHALLENGE);
                yield Reply.seeOther(signIn.wayOn(request, response, right.person()));
            }
            case CodeCheck.Wrong(int left) ->
                    again(
                            waiting.get(),
                            request,
                            words,
                            words.t("identity.error.code.wrong", left));
            case CodeCheck.Spent spent ->
                    again(waiting.get(), request, words, words.t("identity.error.code.spent"));
            case CodeCheck.Expired expired ->
                    again(waiting.get(), request, words, words.t("identity.error.code.expired"));
            case CodeCheck.Nothing nothing -> Reply.seeOther("/sign-in");
        };
    }

    private ModelAndView again(
            Challenge challenge, HttpServletRequest request, Words words, String sentence) {
        return Reply.invalid(
                "identity/code", page(challenge, request, Errors.of("code", sentence), words));
    }

    /** Another code is a new resource. */
    @PostMapping("/sign-in/codes")
    ModelAndView another(HttpServletRequest request, Locale locale) {
        Optional<Challenge> waiting = waiting(request);
        if (waiting.isEmpty()) {
            return Reply.seeOther("/sign-in");
        }
        if (signIn.sendAnother(waiting.get(), locale)) {
            request.getSession().setAttribute(RESENT, "yes");
        }
        return Reply.seeOther("/sign-in/code");
    }
}
