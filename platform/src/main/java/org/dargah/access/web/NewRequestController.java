package org.dargah.access.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.access.Requests;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Filed;
import org.dargah.cases.Submission;
import org.dargah.catalog.Effect;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Shell;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A supervisor asks for access for a program of their own organisation. */
@Controller
class NewRequestController {

    private static final String TEMPLATE = "access/newRequest";

    private final Requests requests;
    private final Registries registries;
    private final Rights rights;
    private final RightWords telling;
    private final Vocabulary vocabulary;
    private final Clock clock;

    NewRequestController(
            Requests requests,
            Registries registries,
            Rights rights,
            RightWords telling,
            Vocabulary vocabulary,
            Clock clock) {
        this.requests = requests;
        this.registries = registries;
        this.rights = rights;
        this.telling = telling;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    static String address(String program) {
        return RequestsController.HOME + "/programs/" + program + "/new";
    }

    /** What was chosen so far; what somebody made up is nothing. */
    private record Chosen(
            CurrentClient program,
            Service service,
            Effect effect,
            Optional<Registry> registry,
            Optional<Purpose> purpose) {}

    @GetMapping(RequestsController.HOME + "/programs/{id}/new")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String registry,
            @RequestParam(defaultValue = "") String purpose,
            CurrentOfficer official,
            Locale locale) {
        Chosen chosen = chosen(id, registry, purpose, official);
        var nothing = new TypedRequest(new LinkedMultiValueMap<>());
        return Reply.page(TEMPLATE, page(chosen, nothing, Errors.none(), vocabulary.in(locale)));
    }

    private Chosen chosen(String id, String registry, String purpose, CurrentOfficer official) {
        Service service = requests.service().orElseThrow(NewRequestController::missing);
        Effect effect = Optional.ofNullable(service.effect()).orElseThrow();
        return new Chosen(
                requests.program(official, id).orElseThrow(NewRequestController::missing),
                service,
                effect,
                registries.find(registry),
                Optional.of(purpose)
                        .filter(rights.offered(registry)::containsKey)
                        .map(Purpose::new));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private NewRequestPage page(Chosen chosen, TypedRequest typed, Errors errors, Words words) {
        String registry = chosen.registry().map(Registry::code).orElse("");
        return new NewRequestPage(
                chosen.program().id(),
                words.digits(chosen.program().title()),
                registry,
                registry.isEmpty() ? "" : telling.registry(registry, words),
                registries.all().stream()
                        .map(it -> new Option(it.code(), telling.registry(it.code(), words)))
                        .toList(),
                chosen.purpose().map(Purpose::code).orElse(""),
                chosen.purpose().map(it -> telling.purpose(it, words)).orElse(""),
                chosen.purpose().flatMap(telling::basis).orElse(""),
                purposes(registry, words),
                chosen.purpose().isEmpty() ? List.of() : fields(chosen, typed, errors, words),
                official(typed, errors, words),
                errors);
    }

    private List<Option> purposes(String registry, Words words) {
        return rights.offered(registry).keySet().stream()
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

    /** The questions of the pack, as far as registry and purpose leave them open. */
    private List<Field> fields(Chosen chosen, TypedRequest typed, Errors errors, Words words) {
        Effect effect = chosen.effect();
        List<String> answered = List.of(effect.question("registry"), effect.question("purpose"));
        var fields = new ArrayList<Field>();
        for (Form.Page page : chosen.service().form().pages()) {
            for (Form.Field asked : page.fields()) {
                if (asked.name().equals(effect.question("fields"))) {
                    fields.add(offered(chosen, asked, typed, words).error(errors));
                } else if (!answered.contains(asked.name())) {
                    fields.add(field(asked, typed, words).error(errors));
                }
            }
        }
        return fields;
    }

    private Field offered(Chosen chosen, Form.Field asked, TypedRequest typed, Words words) {
        Registry registry = chosen.registry().orElseThrow();
        List<String> given =
                rights.offered(registry.code())
                        .getOrDefault(chosen.purpose().orElseThrow().code(), List.of());
        List<Option> options =
                registry.fields().stream()
                        .filter(field -> given.contains(field.name()))
                        .map(
                                field ->
                                        new Option(
                                                field.name(),
                                                words.pick(field.labelFa(), field.labelEn()),
                                                field.sensitivity()
                                                                == Registry.Sensitivity.SENSITIVE
                                                        ? words.t("inquiries.right.sensitive")
                                                        : "",
                                                false))
                        .toList();
        return Field.checkboxes(asked.name(), words.t("access.new.fields"), options)
                .hint(words.t("access.new.fields.hint"))
                .values(typed.all(asked.name()));
    }

    private static Field field(Form.Field asked, TypedRequest typed, Words words) {
        String label = words.pick(asked.label().fa(), asked.label().en());
        String name = asked.name();
        Field field =
                switch (asked.kind()) {
                    case TEXTAREA -> Field.textArea(name, label).value(typed.one(name));
                    case NUMBER ->
                            Field.digits(name, label)
                                    .width(10)
                                    .value(words.digits(typed.one(name)));
                    case CHOICE ->
                            Field.radios(name, label, options(asked, words)).value(typed.one(name));
                    case DATE ->
                            Field.date(name, label)
                                    .values(typed.date(name).stream().map(words::digits).toList());
                    case TEXT,
                            POSTCODE,
                            MOBILE,
                            FILE,
                            NATIONAL_ID,
                            LEGAL_ID,
                            SHEBA,
                            RIAL,
                            PLATE,
                            MAP_POINT,
                            TABLE ->
                            Field.text(name, label).value(typed.one(name));
                };
        return asked.hint().map(hint -> field.hint(words.pick(hint.fa(), hint.en()))).orElse(field);
    }

    private static List<Option> options(Form.Field asked, Words words) {
        return asked.options().stream()
                .map(it -> new Option(it.value(), words.pick(it.label().fa(), it.label().en())))
                .toList();
    }

    private static List<Field> official(TypedRequest typed, Errors errors, Words words) {
        return List.of(
                Field.digits("nationalId", words.t("access.new.national-id"))
                        .width(10)
                        .value(typed.one("nationalId"))
                        .error(errors),
                Field.date("birthDate", words.t("access.new.birth-date"))
                        .values(typed.date("birthDate"))
                        .error(errors),
                Field.digits("mobile", words.t("access.new.mobile"))
                        .width(20)
                        .value(typed.one("mobile"))
                        .error(errors));
    }

    @PostMapping(RequestsController.HOME + "/programs/{id}/new")
    ModelAndView handIn(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String registry,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(Shell.KEY) String key,
            @RequestParam MultiValueMap<String, String> form,
            CurrentOfficer official,
            Locale locale) {
        Chosen chosen = chosen(id, registry, purpose, official);
        if (chosen.registry().isEmpty() || chosen.purpose().isEmpty()) {
            return Reply.seeOther(address(id));
        }
        Words words = vocabulary.in(locale);
        var typed = new TypedRequest(form);
        Map<String, Object> answers =
                typed.answers(chosen.service(), chosen.effect().question("fields"));
        answers.put(chosen.effect().question("registry"), chosen.registry().get().code());
        answers.put(chosen.effect().question("purpose"), chosen.purpose().get().code());
        Errors errors = typed.errors(words);
        if (!errors.isEmpty()) {
            return wrong(chosen, typed, flawed(chosen, answers, errors, words), words);
        }
        Filed filed =
                requests.handIn(
                        official,
                        chosen.program(),
                        chosen.service(),
                        key,
                        typed.responsible(),
                        answers);
        return switch (filed) {
            case Filed.Taken(Submission.Incomplete(CaseFile file, var problems)) ->
                    wrong(chosen, typed, errors(Errors.none(), problems, words), words);
            case Filed.Taken(Submission submission) -> Reply.seeOther(home(submission));
            case Filed.KeyTaken taken -> wrong(chosen, typed, stopped("key-taken", words), words);
            case Filed.Stopped(Filed.Stop stop) ->
                    wrong(chosen, typed, stopped(stop.code(), words), words);
        };
    }

    /** All that is wrong is said at once. */
    private Errors flawed(Chosen chosen, Map<String, Object> answers, Errors so, Words words) {
        Form.Checked checked =
                chosen.service().form().check(answers, Facts.on(Tehran.today(clock)));
        return errors(so, checked.problems(), words);
    }

    private static Errors errors(Errors so, List<FieldProblem> problems, Words words) {
        Errors errors = so;
        for (FieldProblem problem : problems) {
            errors =
                    errors.with(
                            problem.field(),
                            words.pick(problem.sentence().fa(), problem.sentence().en()));
        }
        return errors;
    }

    private static Errors stopped(String code, Words words) {
        return Errors.of("nationalId", words.t("access.stop." + code));
    }

    private ModelAndView wrong(Chosen chosen, TypedRequest typed, Errors errors, Words words) {
        return Reply.invalid(TEMPLATE, page(chosen, typed, errors, words));
    }

    private static String home(Submission submission) {
        CaseFile file =
                switch (submission) {
                    case Submission.Submitted it -> it.file();
                    case Submission.Withdrawn it -> it.file();
                    case Submission.PaymentDue it -> it.file();
                    case Submission.PaymentClosed it -> it.file();
                    case Submission.Incomplete it -> it.file();
                    case Submission.NotRenewable it -> it.file();
                    case Submission.SignaturesDue it -> it.file();
                    case Submission.NotOffered it -> it.file();
                };
        return RequestsController.HOME + "/requests/" + file.tracking().text();
    }
}
