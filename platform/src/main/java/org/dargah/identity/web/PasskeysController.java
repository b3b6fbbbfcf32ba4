package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
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
            CurrentPerson person, @RequestParam(defaultValue = "") String done, Locale locale) {
        String known = DONE.contains(done) ? done : "";
        return Reply.page(TEMPLATE, page(person, "", known, Errors.none(), vocabulary.in(locale)));
    }

    private PasskeysPage page(
            CurrentPerson person, String name, String done, Errors errors, Words words) {
        return new PasskeysPage(
                passkeys.table(person.id(), words), passkeys.place(), name, done, errors);
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
            HttpServletRequest request,
            Locale locale) {
        return switch (passkeys.add(person, name, credential, request, locale)) {
            case PasskeyAdding.Added added -> Reply.seeOther(Passkeys.PAGE + "?done=added");
            case PasskeyAdding.Unreadable unreadable ->
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            case PasskeyAdding.NotProven notProven -> again(person, name, "not-proven", locale);
            case PasskeyAdding.TooMany tooMany -> again(person, name, "too-many", locale);
        };
    }

    private ModelAndView again(CurrentPerson person, String name, String why, Locale locale) {
        Words words = vocabulary.in(locale);
        Errors errors = Errors.of("passkey", words.t("identity.passkeys.error." + why));
        return Reply.invalid(TEMPLATE, page(person, name, "", errors, words));
    }
}
