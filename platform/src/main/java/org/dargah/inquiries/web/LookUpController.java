package org.dargah.inquiries.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.identity.CurrentOfficer;
import org.dargah.inquiries.LookUps;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Shell;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An official asks a registry once: what is chosen decides what can be chosen next. */
@Controller
class LookUpController {

    private static final String HERE = "/work/lookup";
    private static final String MATCH = "match";
    private static final String FIELDS = "fields";

    private final LookUps lookUps;
    private final Registries registries;
    private final RightWords telling;
    private final FoundWords found;
    private final Vocabulary vocabulary;

    LookUpController(
            LookUps lookUps,
            Registries registries,
            RightWords telling,
            FoundWords found,
            Vocabulary vocabulary) {
        this.lookUps = lookUps;
        this.registries = registries;
        this.telling = telling;
        this.found = found;
        this.vocabulary = vocabulary;
    }

    /** What was chosen so far; what is not for this official is nothing. */
    private record Chosen(Optional<Registry> registry, Optional<Purpose> purpose, String manner) {

        boolean compares() {
            return manner.equals(MATCH);
        }

        boolean isWhole() {
            return purpose.isPresent() && !manner.isEmpty();
        }
    }

    @GetMapping(HERE)
    ModelAndView choose(
            @RequestParam(defaultValue = "") String registry,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String manner,
            CurrentOfficer officer,
            Locale locale) {
        Chosen chosen = chosen(registry, purpose, manner, officer);
        var nothing = new TypedLookUp(java.util.Map.of(), List.of(), java.util.Map.of(), "");
        return Reply.page(
                "inquiries/lookUp", page(chosen, nothing, Errors.none(), officer, locale));
    }

    private Chosen chosen(String registry, String purpose, String manner, CurrentOfficer officer) {
        List<Purpose> purposes = lookUps.purposes(officer, registry);
        return new Chosen(
                registries.find(registry).filter(it -> !purposes.isEmpty()),
                purposes.stream().filter(it -> it.code().equals(purpose)).findFirst(),
                List.of(MATCH, FIELDS).contains(manner) ? manner : "");
    }

    private LookUpPage page(
            Chosen chosen,
            TypedLookUp typed,
            Errors errors,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        String registry = chosen.registry().map(Registry::code).orElse("");
        return new LookUpPage(
                lookUps.registries(officer).stream()
                        .map(it -> new Option(it.code(), words.pick(it.titleFa(), it.titleEn())))
                        .toList(),
                registry,
                registry.isEmpty() ? "" : telling.registry(registry, words),
                lookUps.purposes(officer, registry).stream()
                        .map(
                                it ->
                                        new Option(
                                                it.code(),
                                                telling.purpose(it, words),
                                                telling.basis(it).orElse(""),
                                                false))
                        .toList(),
                chosen.isWhole() ? chosen.purpose().map(Purpose::code).orElse("") : "",
                chosen.purpose().map(it -> telling.purpose(it, words)).orElse(""),
                chosen.purpose().flatMap(telling::basis).orElse(""),
                chosen.manner(),
                chosen.manner().isEmpty() ? "" : words.t("inquiries.manner." + chosen.manner()),
                manners(words),
                chosen.isWhole() ? fields(chosen, typed, errors, words) : List.of(),
                errors);
    }

    private static List<Option> manners(Words words) {
        return List.of(
                new Option(
                        MATCH,
                        words.t("inquiries.manner.match"),
                        words.t("inquiries.lookup.match.hint"),
                        false),
                new Option(
                        FIELDS,
                        words.t("inquiries.manner.fields"),
                        words.t("inquiries.lookup.fields.hint"),
                        false));
    }

    private List<Field> fields(Chosen chosen, TypedLookUp typed, Errors errors, Words words) {
        Registry registry = chosen.registry().orElseThrow();
        List<Registry.Field> offered = lookUps.fields(registry, chosen.purpose().orElseThrow());
        List<Field> fields = new ArrayList<>();
        for (String key : registries.keys(registry.code())) {
            fields.add(
                    Field.digits(TypedLookUp.KEY + key, found.key(key, words))
                            .autocomplete("off")
                            .width(20)
                            .value(typed.keys().getOrDefault(key, ""))
                            .error(errors));
        }
        fields.addAll(
                chosen.compares()
                        ? claims(offered, typed, errors, words)
                        : List.of(choice(offered, typed, errors, words)));
        fields.add(
                Field.text("reason", words.t("inquiries.lookup.reason"))
                        .hint(words.t("inquiries.lookup.reason.hint"))
                        .value(typed.reason())
                        .error(errors));
        return fields;
    }

    private List<Field> claims(
            List<Registry.Field> offered, TypedLookUp typed, Errors errors, Words words) {
        return offered.stream()
                .map(
                        field ->
                                Field.text(
                                                TypedLookUp.CLAIM + field.name(),
                                                found.label(field, words))
                                        .optional()
                                        .autocomplete("off")
                                        .width(20)
                                        .value(typed.claims().getOrDefault(field.name(), ""))
                                        .error(errors))
                .toList();
    }

    private Field choice(
            List<Registry.Field> offered, TypedLookUp typed, Errors errors, Words words) {
        List<Option> options =
                offered.stream().map(it -> new Option(it.name(), found.label(it, words))).toList();
        return Field.checkboxes(FIELDS, words.t("inquiries.lookup.fields"), options)
                .hint(words.t("inquiries.grant.fields.hint"))
                .values(typed.fields())
                .error(errors);
    }

    @PostMapping(HERE)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String registry,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String manner,
            @RequestParam(name = Shell.KEY) UUID formKey,
            @RequestParam MultiValueMap<String, String> form,
            CurrentOfficer officer,
            Locale locale) {
        Chosen chosen = chosen(registry, purpose, manner, officer);
        if (!chosen.isWhole()) {
            return Reply.page(
                    "inquiries/lookUp",
                    page(chosen, TypedLookUp.of(form), Errors.none(), officer, locale),
                    HttpStatus.FORBIDDEN);
        }
        Words words = vocabulary.in(locale);
        Registry asked = chosen.registry().orElseThrow();
        Purpose why = chosen.purpose().orElseThrow();
        TypedLookUp typed = TypedLookUp.of(form);
        Errors errors =
                typed.errors(
                        asked, registries, lookUps.fields(asked, why), chosen.compares(), words);
        if (!errors.isEmpty()) {
            return Reply.invalid("inquiries/lookUp", page(chosen, typed, errors, officer, locale));
        }
        LookUps.Wanted wanted = typed.wanted(asked, why, chosen.compares());
        LookUps.Result result = lookUps.ask(wanted, officer, formKey);
        String again = HERE + "?registry=" + registry + "&purpose=" + purpose + "&manner=" + manner;
        return Reply.page(
                "inquiries/found",
                found.page(result, wanted, asked, again, words),
                FoundWords.status(result));
    }
}
