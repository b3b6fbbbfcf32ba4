package org.dargah.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Assessment.Finding;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Eligibility;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Link;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * «آیا واجد شرایطم؟». The answers come in the body of a request and are forgotten with it: an
 * address would stand in histories and logs.
 */
@Controller
class EligibleController {

    private static final int MOST_RADIOS = 7;
    private static final String TEMPLATE = "catalog/eligible";

    private final Catalog catalog;
    private final Eligibility eligibility;
    private final Vocabulary vocabulary;

    EligibleController(Catalog catalog, Eligibility eligibility, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.eligibility = eligibility;
        this.vocabulary = vocabulary;
    }

    /**
     * @param all on one page, for whoever likes that better
     */
    @GetMapping("/services/{agency}/{name}/eligible")
    ModelAndView ask(
            @PathVariable String agency,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale) {
        Service service = service(agency, name);
        EligibleSteps nothing = EligibleSteps.of(Map.of(), eligibility.questions(service));
        Optional<Form.Field> first =
                all ? Optional.empty() : eligibility.open(service, Map.of()).stream().findFirst();
        return Reply.page(
                TEMPLATE,
                page(service, nothing, first, Errors.none(), null, vocabulary.in(locale)));
    }

    @PostMapping("/services/{agency}/{name}/eligible")
    ModelAndView answer(
            @PathVariable String agency,
            @PathVariable String name,
            @RequestParam Map<String, String> sent,
            Locale locale) {
        Words words = vocabulary.in(locale);
        Service service = service(agency, name);
        List<Form.Field> questions = eligibility.questions(service);
        EligibleSteps steps = EligibleSteps.of(sent, questions);
        return switch (eligibility.assess(service, steps.answers())) {
            case Eligibility.Outcome.Wrong(List<FieldProblem> problems) -> {
                Errors errors = Errors.none();
                for (FieldProblem problem : problems) {
                    errors = errors.with(problem.field(), problem.sentence().in(locale));
                }
                Optional<Form.Field> again =
                        steps.isOneByOne()
                                ? find(questions, problems.getFirst().field())
                                : Optional.empty();
                yield Reply.invalid(TEMPLATE, page(service, steps, again, errors, null, words));
            }
            case Eligibility.Outcome.Stands(List<Finding> findings) ->
                    Reply.page(TEMPLATE, stands(service, steps, findings, words));
        };
    }

    private static Optional<Form.Field> find(List<Form.Field> questions, String name) {
        return questions.stream()
                .filter(
                        question ->
                                question.name().equals(name)
                                        || EligibleSteps.names(question).contains(name))
                .findFirst();
    }

    /** The next question, or how it stands: as soon as one condition has failed beyond doubt. */
    private EligiblePage stands(
            Service service, EligibleSteps steps, List<Finding> findings, Words words) {
        boolean failed = findings.stream().anyMatch(f -> f.standing() == Standing.FAILED);
        Optional<Form.Field> next = Optional.empty();
        if (steps.isOneByOne()) {
            next =
                    find(eligibility.questions(service), steps.back())
                            .or(() -> left(service, steps).stream().findFirst());
        }
        boolean over = next.isEmpty() || (failed && steps.back().isEmpty() && !steps.goesOn());
        return page(
                service,
                steps,
                over ? Optional.empty() : next,
                Errors.none(),
                over ? result(service, findings, words) : null,
                words);
    }

    private List<Form.Field> left(Service service, EligibleSteps steps) {
        return eligibility.open(service, steps.answers()).stream()
                .filter(question -> !steps.passed().contains(question.name()))
                .toList();
    }

    private Service service(String agency, String name) {
        return catalog.find(agency, name)
                .filter(service -> !eligibility.questions(service).isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private EligiblePage page(
            Service service,
            EligibleSteps steps,
            Optional<Form.Field> now,
            Errors errors,
            EligiblePage.@Nullable Result result,
            Words words) {
        List<Form.Field> questions = eligibility.questions(service);
        boolean oneByOne = steps.isOneByOne() || now.isPresent();
        int left = oneByOne ? left(service, steps).size() : 0;
        return new EligiblePage(
                service.title().in(words.locale()),
                List.of(
                        new Link(words.t("ui.home"), "/"),
                        new Link(service.title().in(words.locale()), service.path())),
                service.path() + "/eligible",
                oneByOne
                        ? List.of()
                        : questions.stream()
                                .map(it -> field(it, steps.answers(), words).error(errors))
                                .toList(),
                now.map(it -> step(it, steps, Math.max(1, left), errors, words)).orElse(null),
                steps.told(
                        questions.stream().filter(it -> !now.equals(Optional.of(it))).toList(),
                        words),
                steps.hidden(now),
                oneByOne && result != null && left > 0,
                errors,
                result,
                service.isForPeople()
                        ? new Link(
                                words.t("catalog.service.start"),
                                "/apply/" + service.agency() + "/" + service.code())
                        : null);
    }

    private EligiblePage.Step step(
            Form.Field question, EligibleSteps steps, int left, Errors errors, Words words) {
        int asked = steps.passed().size() + steps.count();
        return new EligiblePage.Step(
                question.name(),
                field(question, steps.answers(), words).asHeading().error(errors),
                words.t("catalog.eligible.progress", left),
                asked,
                left);
    }

    private static Field field(Form.Field question, Map<String, String> typed, Words words) {
        String label = question.label().in(words.locale());
        String name = question.name();
        if (question.kind() == FieldKind.DATE) {
            return Field.date(name, label)
                    .values(
                            List.of(
                                    typed.getOrDefault(name + ".day", ""),
                                    typed.getOrDefault(name + ".month", ""),
                                    typed.getOrDefault(name + ".year", "")));
        }
        if (question.kind() != FieldKind.CHOICE) {
            return Field.digits(name, label).width(4).value(typed.get(name));
        }
        List<Option> options =
                question.options().stream()
                        .map(o -> new Option(o.value(), o.label().in(words.locale())))
                        .toList();
        if (options.size() <= MOST_RADIOS) {
            return Field.radios(name, label, options).value(typed.get(name));
        }
        var all = new ArrayList<Option>();
        all.add(new Option("", words.t("catalog.eligible.unanswered")));
        all.addAll(options);
        return Field.select(name, label, all).value(typed.get(name));
    }

    private static EligiblePage.Result result(
            Service service, List<Finding> findings, Words words) {
        List<EligiblePage.Line> lines =
                findings.stream().map(finding -> line(service, finding, words)).toList();
        List<String> failed =
                findings.stream()
                        .filter(finding -> finding.standing() == Standing.FAILED)
                        .map(finding -> words.number(finding.condition().number()))
                        .toList();
        if (!failed.isEmpty()) {
            return result(Tone.ERR, "failed", words.list(failed), lines, words);
        }
        boolean all = findings.stream().allMatch(f -> f.standing() == Standing.MET);
        return all
                ? result(Tone.OK, "met", "", lines, words)
                : result(Tone.INFO, "open", "", lines, words);
    }

    private static EligiblePage.Result result(
            Tone tone, String key, String what, List<EligiblePage.Line> lines, Words words) {
        return new EligiblePage.Result(
                tone,
                words.t("catalog.eligible." + key),
                words.t("catalog.eligible." + key + ".text", what),
                lines);
    }

    private static EligiblePage.Line line(Service service, Finding finding, Words words) {
        Locale locale = words.locale();
        Tag tag =
                switch (finding.standing()) {
                    case MET -> new Tag(words.t("catalog.eligible.is-met"), Tone.OK);
                    case FAILED -> new Tag(words.t("catalog.eligible.is-failed"), Tone.ERR);
                    case UNKNOWN -> new Tag(words.t("catalog.eligible.is-unknown"), Tone.PLAIN);
                };
        return new EligiblePage.Line(
                finding.condition().number(),
                finding.condition().text().in(locale),
                finding.standing() == Standing.UNKNOWN ? why(service, finding, words) : "",
                finding.standing() == Standing.FAILED
                        ? words.t("catalog.eligible.basis", service.card().legalBasis().in(locale))
                        : "",
                tag);
    }

    private static String why(Service service, Finding finding, Words words) {
        if (finding.condition().isJudged()) {
            return words.t("catalog.eligible.judged");
        }
        List<String> registries =
                finding.condition().answeredBy().stream()
                        .flatMap(name -> service.ask(name).stream())
                        .map(Ask::from)
                        .map(from -> from.in(words.locale()))
                        .distinct()
                        .toList();
        return registries.isEmpty()
                ? words.t("catalog.eligible.later")
                : words.t("catalog.eligible.asked", words.list(registries));
    }
}
