package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.PasskeyAdding;
import org.dargah.identity.Passkeys;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A citizen's passkeys, and adding one. */
@Controller
class PasskeysController {

    private static final String TEMPLATE = "identity/passkeys";

    /** What another page may say was done. */
    private static final Set<String> DONE = Set.of("added", "removed");

    private final Passkeys passkeys;
    private final Vocabulary vocabulary;

    PasskeysController(Passkeys passkeys, Vocabulary vocabulary) {
        this.passkeys = passkeys;
        this.vocabulary = vocabulary;
    }

    @GetMapping(Passkeys.PAGE)
    ModelAndView list(
            CurrentPerson person,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            Locale locale) {
        String known = DONE.contains(done) ? done : "";
        Typing nothing = new Typing("", wanted);
        return Reply.page(TEMPLATE, page(person, nothing, known, Errors.none(), locale));
    }

    /** What stands in the form: the name as typed, and where they were heading to. */
    private record Typing(String name, String wanted) {}

    private PasskeysPage page(
            CurrentPerson person, Typing typing, String done, Errors errors, Locale locale) {
        return new PasskeysPage(
                passkeys.table(person.id(), vocabulary.in(locale)),
                passkeys.place(),
                typing.name(),
                done,
                passkeys.wayOn(typing.wanted()).orElse(""),
                errors);
    }

    /** Read by {@code passkey.js}, which hands it to the browser. */
    @PostMapping(Passkeys.PAGE + "/challenges")
    ResponseEntity<String> challenge(CurrentPerson person, HttpServletRequest request) {
        return json(passkeys.begin(person, request));
    }

    static ResponseEntity<String> json(Optional<String> options) {
        return options.map(
                        json ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(json))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }

    @PostMapping(Passkeys.PAGE)
    ModelAndView add(
            CurrentPerson person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletRequest request,
            Locale locale) {
        Typing typing = new Typing(name, wanted);
        return switch (passkeys.add(person, name, credential, request, locale)) {
            case PasskeyAdding.Added added -> added(wanted);
            case PasskeyAdding.Unreadable unreadable ->
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            case PasskeyAdding.NotProven notProven -> again(person, typing, "not-proven", locale);
            case PasskeyAdding.TooMany tooMany -> again(person, typing, "too-many", locale);
        };
    }

    private ModelAndView again(CurrentPerson person, Typing typing, String why, Locale locale) {
        Words words = vocabulary.in(locale);
        Errors errors = Errors.of("passkey", words.t("identity.passkeys.error." + why));
        return Reply.invalid(TEMPLATE, page(person, typing, "", errors, locale));
    }

    private static ModelAndView added(String wanted) {
        String way = wanted.isEmpty() ? "" : "&continue=" + encoded(wanted);
        return Reply.seeOther(Passkeys.PAGE + "?done=added" + way);
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Not now: back to what they were doing. */
    @PostMapping(Passkeys.PAGE + "/later")
    ModelAndView later(
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        passkeys.later(request, response);
        return Reply.seeOther(passkeys.wayOn(wanted).orElse("/me"));
    }
}
