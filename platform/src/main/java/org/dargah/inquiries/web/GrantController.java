package org.dargah.inquiries.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.acts.Entry;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentOfficer;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Granting a program a right: what is chosen decides what can be chosen next. */
@Controller
class GrantController {

    private static final String TEMPLATE = "inquiries/grant";

    private final Holders holders;
    private final Rights rights;
    private final Registries registries;
    private final RightWords telling;
    private final Vocabulary vocabulary;
    private final Clock clock;

    GrantController(
            Holders holders,
            Rights rights,
            Registries registries,
            RightWords telling,
            Vocabulary vocabulary,
            Clock clock) {
        this.holders = holders;
        this.rights = rights;
        this.registries = registries;
        this.telling = telling;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** What was chosen so far; what somebody made up is nothing. */
    private record Chosen(
            Holders.Holder client, Optional<Registry> registry, Optional<Purpose> purpose) {}

    @GetMapping("/work/rights/{client}/new")
    ModelAndView choose(
            @PathVariable String client,
            @RequestParam(defaultValue = "") String registry,
            @RequestParam(defaultValue = "") String purpose,
            Locale locale) {
        Chosen chosen = chosen(client, registry, purpose, locale);
        TypedRight fresh = TypedRight.fresh(Tehran.today(clock));
        return Reply.page(TEMPLATE, page(chosen, fresh, Errors.none(), locale));
    }

    private Chosen chosen(String client, String registry, String purpose, Locale locale) {
        return new Chosen(
                holders.find(client, locale),
                registries.find(registry),
                Optional.of(purpose)
                        .filter(rights.offered(registry)::containsKey)
                        .map(Purpose::new));
    }

    private GrantPage page(Chosen chosen, TypedRight typed, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        String registry = chosen.registry().map(Registry::code).orElse("");
        Map<String, List<String>> offered = rights.offered(registry);
        List<String> fields =
                chosen.purpose()
                        .map(it -> offered.getOrDefault(it.code(), List.of()))
                        .orElse(List.of());
        return new GrantPage(
                chosen.client().id(),
                words.digits(chosen.client().title()),
                registry,
                registry.isEmpty() ? "" : telling.registry(registry, words),
                registries.all().stream()
                        .map(it -> new Option(it.code(), telling.registry(it.code(), words)))
                        .toList(),
                chosen.purpose().map(Purpose::code).orElse(""),
                chosen.purpose().map(it -> telling.purpose(it, words)).orElse(""),
                chosen.purpose().flatMap(telling::basis).orElse(""),
                purposes(offered, words),
                manners(chosen, fields, words),
                chosen.registry().map(it -> fields(it, fields, words)).orElse(List.of()),
                typed,
                errors);
    }

    private List<Option> purposes(Map<String, List<String>> offered, Words words) {
        return offered.keySet().stream()
                .sorted()
                .map(Purpose::new)
                .map(
                        it ->
                                new Option(
                                        it.code(),
                                        telling.conditions(it, words),
                                        telling.basis(it).orElse(""),
                                        false))
                .toList();
    }

    private List<List<String>> endpoints(String registry) {
        return registries.endpoints(registry).stream().map(Registries.Endpoint::fields).toList();
    }

    /** A message as it is shows all that its endpoint answers, so all of one must be offered. */
    private List<Option> manners(Chosen chosen, List<String> fields, Words words) {
        boolean whole =
                chosen.registry()
                        .map(it -> endpoints(it.code()).stream().anyMatch(fields::containsAll))
                        .orElse(false);
        return Arrays.stream(Manner.values())
                .map(
                        manner -> {
                            String key = manner.name().toLowerCase(Locale.ROOT);
                            boolean shut = manner == Manner.RECORD && !whole;
                            return new Option(
                                    key,
                                    words.t("inquiries.manner." + key),
                                    words.t(
                                            shut
                                                    ? "inquiries.manner.record.shut"
                                                    : "inquiries.manner." + key + ".hint"),
                                    shut);
                        })
                .toList();
    }

    private static List<Option> fields(Registry registry, List<String> offered, Words words) {
        return registry.fields().stream()
                .filter(field -> offered.contains(field.name()))
                .map(
                        field ->
                                new Option(
                                        field.name(),
                                        words.pick(field.labelFa(), field.labelEn()),
                                        field.sensitivity() == Registry.Sensitivity.SENSITIVE
                                                ? words.t("inquiries.right.sensitive")
                                                : "",
                                        false))
                .toList();
    }

    @PostMapping("/work/rights/{client}/new")
    ModelAndView grant(
            @PathVariable String client,
            @RequestParam(defaultValue = "") String registry,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam MultiValueMap<String, String> form,
            CurrentOfficer administrator,
            Locale locale) {
        Chosen chosen = chosen(client, registry, purpose, locale);
        TypedRight typed = TypedRight.of(form);
        if (chosen.registry().isEmpty() || chosen.purpose().isEmpty()) {
            return Reply.seeOther("/work/rights/" + client + "/new");
        }
        Words words = vocabulary.in(locale);
        Errors errors =
                typed.errors(
                        rights.offered(registry).getOrDefault(purpose, List.of()),
                        endpoints(registry),
                        Tehran.today(clock),
                        words);
        if (!errors.isEmpty()) {
            return Reply.invalid(TEMPLATE, page(chosen, typed, errors, locale));
        }
        return switch (rights.grant(wanted(chosen, typed), by(administrator))) {
            case Rights.Grant.Granted granted ->
                    Reply.seeOther("/work/rights/" + client + "/" + granted.right().id());
            case Rights.Grant.Held held -> wrong(chosen, typed, "manner", "held", locale);
            case Rights.Grant.NotOffered none -> wrong(chosen, typed, "fields", "fields", locale);
        };
    }

    private ModelAndView wrong(
            Chosen chosen, TypedRight typed, String field, String fault, Locale locale) {
        String text = vocabulary.in(locale).t("inquiries.right.error." + fault);
        return Reply.invalid(TEMPLATE, page(chosen, typed, Errors.of(field, text), locale));
    }

    private static Rights.Wanted wanted(Chosen chosen, TypedRight typed) {
        return new Rights.Wanted(
                chosen.client().id(),
                chosen.client().agency(),
                chosen.registry().orElseThrow().code(),
                chosen.purpose().orElseThrow(),
                typed.chosenManner().orElseThrow(),
                typed.fields(),
                typed.bounds());
    }

    static Entry by(CurrentOfficer administrator) {
        return Entry.by(
                administrator.province(),
                administrator.actor(),
                Channel.PORTAL,
                new Purpose("administration"));
    }
}
