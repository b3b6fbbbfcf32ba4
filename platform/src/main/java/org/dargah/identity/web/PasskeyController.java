package org.dargah.identity.web;

import java.util.List;
import java.util.Locale;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Passkey;
import org.dargah.identity.PasskeyId;
import org.dargah.identity.Passkeys;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One passkey of a citizen: its name, and removing it. */
@Controller
class PasskeyController {

    private static final String TEMPLATE = "identity/passkey";

    private final Passkeys passkeys;
    private final Vocabulary vocabulary;

    PasskeyController(Passkeys passkeys, Vocabulary vocabulary) {
        this.passkeys = passkeys;
        this.vocabulary = vocabulary;
    }

    @GetMapping(Passkeys.PAGE + "/{id}")
    ModelAndView passkey(
            CurrentPerson person,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean renamed,
            Locale locale) {
        Passkey passkey = find(person, id);
        return Reply.page(TEMPLATE, page(passkey, passkey.name(), renamed, Errors.none(), locale));
    }

    private Passkey find(CurrentPerson person, String id) {
        return PasskeyId.parse(id)
                .flatMap(known -> passkeys.find(person.id(), known))
                .orElseThrow(PasskeyController::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private PasskeyPage page(
            Passkey passkey, String typed, boolean renamed, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        return new PasskeyPage(
                passkey.id(), passkey.name(), typed, facts(passkey, words), renamed, errors);
    }

    private static List<Row> facts(Passkey passkey, Words words) {
        String used =
                passkey.lastUsedAt() == null
                        ? words.t("identity.passkeys.never")
                        : words.moment(passkey.lastUsedAt());
        return List.of(
                new Row(words.t("identity.passkeys.made"), words.moment(passkey.createdAt())),
                new Row(words.t("identity.passkeys.used"), used));
    }

    @PostMapping(Passkeys.PAGE + "/{id}")
    ModelAndView rename(
            CurrentPerson person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            Locale locale) {
        Passkey passkey = find(person, id);
        if (name.isBlank()) {
            String sentence = vocabulary.in(locale).t("identity.passkey.error.name");
            Errors errors = Errors.of("name", sentence);
            return Reply.invalid(TEMPLATE, page(passkey, name, false, errors, locale));
        }
        passkeys.rename(person, passkey.id(), name);
        return Reply.seeOther(Passkeys.PAGE + "/" + passkey.id() + "?renamed=true");
    }

    /** The page that asks once more. */
    @GetMapping(Passkeys.PAGE + "/{id}/removal")
    ModelAndView confirm(CurrentPerson person, @PathVariable String id, Locale locale) {
        Passkey passkey = find(person, id);
        return Reply.page(
                "identity/passkeyRemoval",
                page(passkey, passkey.name(), false, Errors.none(), locale));
    }

    @PostMapping(Passkeys.PAGE + "/{id}/removal")
    ModelAndView remove(CurrentPerson person, @PathVariable String id) {
        if (!passkeys.remove(person, find(person, id).id())) {
            throw absent();
        }
        return Reply.seeOther(Passkeys.PAGE + "?done=removed");
    }
}
