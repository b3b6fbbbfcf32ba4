package org.dargah.inquiries.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Consents;
import org.dargah.identity.CodeCheck;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.inquiries.ConsentDoor;
import org.dargah.inquiries.ConsentDoor.Answered;
import org.dargah.inquiries.ConsentWords;
import org.dargah.inquiries.UsageWords;
import org.dargah.inquiries.Usages;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A citizen's own consents: reading, giving by code, refusing, withdrawing. */
@Controller
class ConsentsController {

    private static final String HOME = ConsentWords.PAGE;
    private static final int PAGE = 25;
    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char END = '\u2069';

    private final Consents consents;
    private final ConsentDoor door;
    private final ConsentWords telling;
    private final Usages usages;
    private final UsageWords uses;
    private final Identity identity;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ConsentsController(
            Consents consents,
            ConsentDoor door,
            ConsentWords telling,
            Usages usages,
            UsageWords uses,
            Identity identity,
            Vocabulary vocabulary,
            Clock clock) {
        this.consents = consents;
        this.door = door;
        this.telling = telling;
        this.usages = usages;
        this.uses = uses;
        this.identity = identity;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView list(
            @RequestParam(defaultValue = "") String before, CurrentPerson person, Locale locale) {
        Words words = vocabulary.in(locale);
        ConsentId start = ConsentId.parse(before).orElse(null);
        List<Consent> found = consents.ofPerson(person.province(), person.id(), start, PAGE + 1);
        List<Consent> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<Boolean, List<Consent>> parts =
                shown.stream().collect(Collectors.partitioningBy(this::isWaiting));
        return Reply.page(
                "inquiries/consents",
                new ConsentsPage(
                        telling.table(
                                words.t("inquiries.consents.waiting"),
                                parts.getOrDefault(true, List.of()),
                                words),
                        telling.table(
                                words.t("inquiries.consents.others"),
                                parts.getOrDefault(false, List.of()),
                                words),
                        new Pager(
                                start == null ? null : HOME,
                                found.size() > PAGE
                                        ? HOME + "?before=" + shown.getLast().id()
                                        : null)));
    }

    private boolean isWaiting(Consent consent) {
        return consent.state(clock.instant()) == Consent.State.ASKED;
    }

    @GetMapping(HOME + "/{id}")
    ModelAndView open(@PathVariable String id, CurrentPerson person, Locale locale) {
        return Reply.page("inquiries/consent", page(own(id, person), "", person, locale));
    }

    private Consent own(String id, CurrentPerson person) {
        return ConsentId.parse(id)
                .flatMap(it -> consents.find(person.province(), it))
                .filter(it -> it.subject().equals(person.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ConsentPage page(Consent consent, String trouble, CurrentPerson person, Locale locale) {
        Words words = vocabulary.in(locale);
        return new ConsentPage(
                here(consent),
                telling.program(consent, words),
                telling.state(consent, words),
                telling.meaning(consent, words),
                consent.text().lines().toList(),
                telling.rows(consent, words),
                isWaiting(consent),
                isInForce(consent),
                consent.course().artefact() != null,
                consents.receipt(person.province(), consent).isPresent(),
                uses.table(usages.by(person.province(), person.id(), consent.id(), PAGE), words),
                trouble);
    }

    private boolean isInForce(Consent consent) {
        return consent.state(clock.instant()) == Consent.State.GIVEN;
    }

    private static String here(Consent consent) {
        return HOME + "/" + consent.id();
    }

    /** A code is a new resource; the form to type it in follows. */
    @PostMapping(HOME + "/{id}/codes")
    ModelAndView sendCode(@PathVariable String id, CurrentPerson person, Locale locale) {
        Consent consent = own(id, person);
        if (!isWaiting(consent)) {
            return Reply.seeOther(here(consent));
        }
        return door.sendCode(person, consent)
                ? Reply.seeOther(here(consent) + "/giving")
                : Reply.page(
                        "inquiries/consent",
                        page(
                                consent,
                                vocabulary.in(locale).t("inquiries.consent.trouble.codes"),
                                person,
                                locale),
                        HttpStatus.TOO_MANY_REQUESTS);
    }

    @GetMapping(HOME + "/{id}/giving")
    ModelAndView giving(@PathVariable String id, CurrentPerson person, Locale locale) {
        Consent consent = own(id, person);
        return isWaiting(consent) && consents.lastCode(person.province(), consent) > 0
                ? Reply.page("inquiries/giving", giving(consent, Errors.none(), person, locale))
                : Reply.seeOther(here(consent));
    }

    private GivingPage giving(Consent consent, Errors errors, CurrentPerson person, Locale locale) {
        Words words = vocabulary.in(locale);
        return new GivingPage(
                here(consent),
                telling.program(consent, words),
                consent.text().lines().toList(),
                mobile(person, words),
                errors);
    }

    /** Isolated: among Persian words its digits and dots would change places. */
    private String mobile(CurrentPerson person, Words words) {
        return identity.person(person.id())
                .map(Person::mobile)
                .map(Mobile::masked)
                .map(masked -> LEFT_TO_RIGHT + words.digits(masked) + END)
                .orElse("");
    }

    @PostMapping(HOME + "/{id}/giving")
    ModelAndView give(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            CurrentPerson person,
            Locale locale) {
        Consent consent = own(id, person);
        String digits = PersianText.normalise(code).replace(" ", "");
        if (!digits.matches("\\d{6}")) {
            return again(consent, "form", 0, person, locale);
        }
        return switch (door.give(person, consent, digits)) {
            case Answered.Given(Consent given) -> Reply.seeOther(here(given));
            case Answered.Closed(Consent closed) -> Reply.seeOther(here(closed));
            case Answered.NotYet(CodeCheck why) ->
                    switch (why) {
                        case CodeCheck.Wrong(int left) ->
                                again(consent, "wrong", left, person, locale);
                        case CodeCheck.Spent spent -> again(consent, "spent", 0, person, locale);
                        case CodeCheck.Expired late -> again(consent, "expired", 0, person, locale);
                        case CodeCheck.Nothing none -> again(consent, "none", 0, person, locale);
                        case CodeCheck.Right right ->
                                throw new IllegalStateException("A right code gives consent");
                    };
        };
    }

    private ModelAndView again(
            Consent consent, String fault, int left, CurrentPerson person, Locale locale) {
        String sentence = vocabulary.in(locale).t("inquiries.consent.error.code." + fault, left);
        return Reply.invalid(
                "inquiries/giving", giving(consent, Errors.of("code", sentence), person, locale));
    }

    @GetMapping(HOME + "/{id}/refusal")
    ModelAndView refusing(@PathVariable String id, CurrentPerson person, Locale locale) {
        Consent consent = own(id, person);
        return isWaiting(consent)
                ? Reply.page("inquiries/consentRefusal", page(consent, "", person, locale))
                : Reply.seeOther(here(consent));
    }

    @PostMapping(HOME + "/{id}/refusal")
    ModelAndView refuse(@PathVariable String id, CurrentPerson person) {
        Consent consent = own(id, person);
        if (isWaiting(consent)) {
            door.refuse(person, consent);
        }
        return Reply.seeOther(here(consent));
    }

    @GetMapping(HOME + "/{id}/withdrawal")
    ModelAndView withdrawing(@PathVariable String id, CurrentPerson person, Locale locale) {
        Consent consent = own(id, person);
        return isInForce(consent)
                ? Reply.page("inquiries/consentWithdrawal", page(consent, "", person, locale))
                : Reply.seeOther(here(consent));
    }

    /**
     * Also of one that a question is using up just now: it may come free again, and must not then
     * hold.
     */
    @PostMapping(HOME + "/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable String id, CurrentPerson person) {
        Consent consent = own(id, person);
        if (consent.course().givenAt() != null && consent.course().withdrawnAt() == null) {
            door.withdraw(person, consent);
        }
        return Reply.seeOther(here(consent));
    }

    /** Proves to anyone that what the citizen did last stands in the public log. */
    @GetMapping(path = HOME + "/{id}/receipt", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UsageController.ReceiptFile> receipt(
            @PathVariable String id, CurrentPerson person) {
        Consent consent = own(id, person);
        return consents.receipt(person.province(), consent)
                .map(UsageController.ReceiptFile::of)
                .map(
                        file ->
                                ResponseEntity.ok()
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"dargah-consent-"
                                                        + consent.id()
                                                        + ".json\"")
                                        .body(file))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The signed consent, as the organisation has it too. */
    @GetMapping(path = HOME + "/{id}/artefact", produces = "application/jose")
    ResponseEntity<String> artefact(@PathVariable String id, CurrentPerson person) {
        Consent consent = own(id, person);
        String signed = consent.course().artefact();
        if (signed == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"dargah-consent-" + consent.id() + ".jws\"")
                .body(signed);
    }
}
