package org.dargah.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dargah.catalog.Assessment.Finding;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.internal.RuleFacts;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * «آیا واجد شرایطم؟»: how somebody stands who has not signed in, by what they tell of themselves.
 * Nothing is kept and no registry is asked; what registries would tell is asked as a plain question
 * where their declaration has one, and is unknown where it has none.
 */
@Component
public final class Eligibility {

    /** What came of the answers. */
    public sealed interface Outcome {

        record Wrong(List<FieldProblem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }

        /** The failed conditions first, each group in the order of the numbers. */
        record Stands(List<Finding> findings) implements Outcome {
            public Stands {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Between the two words of a fact; a dot would part the day of a date. */
    private static final String JOINT = "_";

    private static final Set<FieldKind> PLAIN =
            Set.of(FieldKind.CHOICE, FieldKind.NUMBER, FieldKind.DATE);

    private final Rules rules;
    private final Registries registries;
    private final Clock clock;

    Eligibility(Rules rules, Registries registries, Clock clock) {
        this.rules = rules;
        this.registries = registries;
        this.clock = clock;
    }

    /**
     * What is asked, none of it of necessity; empty when the rules of the service read nothing that
     * somebody could tell before signing in.
     */
    public List<Form.Field> questions(Service service) {
        Set<String> read = read(service);
        var questions = new ArrayList<Form.Field>();
        for (Form.Page page : service.form().pages()) {
            page.fields().stream()
                    .filter(field -> read.contains("answers." + field.name()))
                    .filter(field -> PLAIN.contains(field.kind()) && field.origin() == null)
                    .filter(field -> field.choices() == null)
                    .map(Eligibility::optional)
                    .forEach(questions::add);
        }
        for (Ask ask : service.asks()) {
            registries.find(ask.registry()).stream()
                    .flatMap(registry -> registry.fields().stream())
                    .filter(field -> field.plain() != null)
                    .filter(field -> read.contains(ask.name() + "." + field.name()))
                    .map(field -> question(ask, field))
                    .forEach(questions::add);
        }
        return questions;
    }

    /** What decisions of conditions read, and what decides whether a registry is asked. */
    private static Set<String> read(Service service) {
        RuleFacts facts = RuleFacts.of(service.eligibility());
        Set<String> read = new HashSet<>();
        for (Condition condition : service.conditions()) {
            if (condition.decision() != null) {
                read.addAll(facts.readBy(condition.decision()));
            }
        }
        for (Ask ask : service.asks()) {
            if (ask.when() != null) {
                read.add(ask.when().fact());
            }
        }
        return read;
    }

    private static Form.Field optional(Form.Field field) {
        return new Form.Field(
                "answers" + JOINT + field.name(),
                field.kind(),
                field.label(),
                field.shortLabel(),
                Optional.empty(),
                field.example(),
                field.unit(),
                true,
                field.options(),
                List.of(),
                0);
    }

    private static Form.Field question(Ask ask, Registry.Field field) {
        Registry.Plain plain = Objects.requireNonNull(field.plain());
        return new Form.Field(
                ask.name() + JOINT + field.name(),
                FieldKind.valueOf(plain.kind().name()),
                new Text(plain.fa(), plain.en()),
                new Text(field.labelFa(), field.labelEn()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Objects.requireNonNull(plain.options()).stream()
                        .map(o -> new Form.Option(o.value(), new Text(o.fa(), o.en())))
                        .toList(),
                List.of(),
                0);
    }

    /**
     * @param typed by the names of {@link #questions}; a date in its three parts
     */
    public Outcome assess(Service service, Map<String, String> typed) {
        Form.Page page = new Form.Page("eligible", "", new Text("", ""), null, questions(service));
        Form.Checked checked = new Form(List.of(), List.of(page), "{}").check(page, typed);
        if (!checked.isGood()) {
            return new Outcome.Wrong(checked.problems());
        }
        Facts facts = facts(checked.values());
        RuleFacts reads = RuleFacts.of(service.eligibility());
        return new Outcome.Stands(
                rules.assess(service, facts).findings().stream()
                        .map(finding -> told(finding, service, facts, reads))
                        .sorted(
                                Comparator.comparing(
                                        finding -> finding.standing() != Standing.FAILED))
                        .toList());
    }

    /**
     * The questions that still matter after these answers, in their order: each of them is read by
     * a rule of a condition that is not settled, or decides whether a registry is asked for one.
     */
    public List<Form.Field> open(Service service, Map<String, String> typed) {
        Form.Page page = new Form.Page("eligible", "", new Text("", ""), null, questions(service));
        Facts facts = facts(new Form(List.of(), List.of(page), "{}").check(page, typed).values());
        RuleFacts reads = RuleFacts.of(service.eligibility());
        Set<String> wanted = new HashSet<>();
        for (Finding finding : rules.assess(service, facts).findings()) {
            String decision = finding.condition().decision();
            if (decision != null
                    && told(finding, service, facts, reads).standing() == Standing.UNKNOWN) {
                reads.readBy(decision).forEach(fact -> want(fact, service, wanted));
            }
        }
        return questions(service).stream()
                .filter(question -> wanted.contains(fact(question)))
                .filter(question -> !isSettled(fact(question), service, facts))
                .toList();
    }

    private static String fact(Form.Field question) {
        return question.name().replaceFirst(JOINT, ".");
    }

    /** The fact, and what decides whether it is asked at all. */
    private static void want(String fact, Service service, Set<String> wanted) {
        if (!wanted.add(fact)) {
            return;
        }
        String of = fact.substring(0, fact.indexOf('.'));
        String field = fact.substring(of.length() + 1);
        service.ask(of).map(Ask::when).ifPresent(when -> want(when.fact(), service, wanted));
        if (of.equals("answers")) {
            service.form().pages().stream()
                    .filter(page -> page.fields().stream().anyMatch(f -> f.name().equals(field)))
                    .flatMap(page -> Stream.ofNullable(page.when()))
                    .forEach(when -> want(when.fact(), service, wanted));
        }
    }

    private Facts facts(Map<String, Object> values) {
        LocalDate today = Tehran.today(clock);
        Instant now = clock.instant();
        Map<String, Map<String, Object>> told = new HashMap<>();
        values.forEach(
                (name, value) -> {
                    int joint = name.indexOf(JOINT);
                    told.computeIfAbsent(name.substring(0, joint), of -> new HashMap<>())
                            .put(name.substring(joint + 1), value);
                });
        Map<String, Object> answers = told.remove("answers");
        Facts facts = Facts.on(today).answers(answers == null ? Map.of() : answers);
        for (Map.Entry<String, Map<String, Object>> ask : told.entrySet()) {
            facts =
                    ask.getValue().containsValue(Registry.Plain.Option.NONE)
                            ? facts.notFound(ask.getKey(), now)
                            : facts.known(ask.getKey(), ask.getValue(), now);
        }
        return facts;
    }

    /** A rule may take what was not told for a no; here it is only not known. */
    private static Finding told(Finding finding, Service service, Facts facts, RuleFacts reads) {
        String decision = finding.condition().decision();
        boolean whole =
                decision != null
                        && reads.readBy(decision).stream()
                                .allMatch(fact -> isSettled(fact, service, facts));
        return whole ? finding : new Finding(finding.condition(), Standing.UNKNOWN, List.of());
    }

    /** Told, or not to be told: a question or a registry that does not apply to this person. */
    private static boolean isSettled(String fact, Service service, Facts facts) {
        if (facts.value(fact).isPresent()) {
            return true;
        }
        String of = fact.substring(0, fact.indexOf('.'));
        String field = fact.substring(of.length() + 1);
        if (of.equals("answers")) {
            return service.form().pages().stream()
                    .filter(page -> page.fields().stream().anyMatch(f -> f.name().equals(field)))
                    .anyMatch(page -> !page.applies(facts) && isDecided(page.when(), facts));
        }
        return facts.said(of).map(said -> !said.found() || field.equals("found")).orElse(false)
                || service.ask(of)
                        .map(ask -> !ask.applies(facts) && isDecided(ask.when(), facts))
                        .orElse(false);
    }

    private static boolean isDecided(@Nullable When when, Facts facts) {
        return when != null && facts.value(when.fact()).isPresent();
    }
}
