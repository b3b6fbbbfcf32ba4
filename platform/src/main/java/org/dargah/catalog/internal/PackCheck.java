package org.dargah.catalog.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Condition;
import org.dargah.catalog.EffectKind;
import org.dargah.catalog.EndlessRule;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Fee;
import org.dargah.catalog.Fees;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.kernel.Rial;
import org.dargah.kernel.Tehran;

/** Finds everything that is wrong with a pack; a pack with one problem is refused whole. */
public final class PackCheck {

    private final Rules rules;
    private final List<EffectKind> effects;

    /**
     * @param effects that there are in the house
     */
    public PackCheck(Rules rules, List<EffectKind> effects) {
        this.rules = rules;
        this.effects = List.copyOf(effects);
    }

    /**
     * Empty when the pack is good. Files that break their schema hide what only they could show.
     */
    public List<Problem> problems(Pack pack, Instant now) {
        List<Problem> harmful = HarmlessFiles.problems(pack);
        if (!harmful.isEmpty()) {
            return harmful;
        }
        Declared card = Declared.card(pack);
        Declared form = Declared.form(pack);
        var problems = new ArrayList<Problem>();
        problems.addAll(card.problems());
        problems.addAll(form.problems());
        if (form.problems().isEmpty()) {
            problems.addAll(SchemaReferences.problems(form));
        }
        problems.addAll(ProcessRules.check(pack));
        RuleFiles eligibility = RuleFiles.read(pack, Pack.ELIGIBILITY);
        RuleFiles fees = RuleFiles.read(pack, Pack.FEES);
        problems.addAll(eligibility.problems());
        problems.addAll(fees.problems());
        if (!problems.isEmpty()) {
            return problems;
        }
        var english = new English(pack.file(Pack.ENGLISH));
        Service service =
                new PackReader(pack, card.root(), form.root(), english)
                        .service(pack.version(), 1, now);
        problems.addAll(english.problems());
        problems.addAll(new CardRules(pack, service, card).problems());
        problems.addAll(new TaskRules(service, card, fees.decisions()).problems());
        problems.addAll(new RouteRules(service, card).problems());
        problems.addAll(new EffectRules(effects, service, card).problems());
        problems.addAll(new FormRules(service, form).problems());
        problems.addAll(eligibility.checkFacts(facts(service)));
        problems.addAll(fees.checkFacts(facts(service)));
        problems.addAll(decisions(service, card, eligibility, fees));
        problems.addAll(DecisionModel.problems(Pack.ELIGIBILITY, service.eligibility()));
        problems.addAll(DecisionModel.problems(Pack.FEES, service.feeRules()));
        if (problems.isEmpty()) {
            try {
                problems.addAll(amounts(service, card, now));
                problems.addAll(new Examples(rules, service, facts(service)).run(pack));
            } catch (EndlessRule e) {
                problems.add(endless(e, eligibility, fees));
            }
        }
        return problems;
    }

    private static Problem endless(EndlessRule rule, RuleFiles eligibility, RuleFiles fees) {
        int condition = eligibility.lineOf(rule.decision());
        int fee = fees.lineOf(rule.decision());
        if (condition > 0) {
            return endless(Pack.ELIGIBILITY, condition, rule);
        }
        return fee > 0 ? endless(Pack.FEES, fee, rule) : endless(Pack.FORM, 0, rule);
    }

    private static Problem endless(String file, int line, EndlessRule rule) {
        return new Problem(
                file,
                line,
                "",
                "the decision '"
                        + rule.decision()
                        + "' was stopped after "
                        + RuleTime.LONGEST.toSeconds()
                        + " seconds");
    }

    private static Set<String> facts(Service service) {
        Set<String> facts = service.asks().stream().map(Ask::name).collect(Collectors.toSet());
        facts.addAll(TaskRules.facts(service));
        facts.add("answers");
        facts.add("today");
        Optional.ofNullable(service.renewal()).map(Renewal::name).ifPresent(facts::add);
        return facts;
    }

    private static List<Problem> decisions(
            Service service, Declared card, RuleFiles eligibility, RuleFiles fees) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < service.conditions().size(); i++) {
            Condition condition = service.conditions().get(i);
            if (condition.decision() != null
                    && !eligibility.decisions().contains(condition.decision())) {
                problems.add(
                        card.problem(
                                "/conditions/" + i + "/decision",
                                "eligibility.dmn has no decision '" + condition.decision() + "'"));
            }
        }
        if (!fees.decisions().contains("fees")) {
            problems.add(Problem.of(Pack.FEES, "the decision 'fees' is missing"));
        }
        return problems;
    }

    /** The page must not promise another price than the rules take. */
    private List<Problem> amounts(Service service, Declared card, Instant now) {
        Fee fee = rules.fee(service, Facts.on(Tehran.dateOf(now)));
        Map<String, Rial> computed = new HashMap<>();
        fee.lines().forEach(line -> computed.put(line.code(), line.amount()));
        var problems = new ArrayList<Problem>();
        Set<String> declared = new HashSet<>();
        List<Fees.Line> lines = service.fees().lines();
        for (int i = 0; i < lines.size(); i++) {
            Fees.Line line = lines.get(i);
            declared.add(line.code());
            if (line.amount().isPresent()
                    && !line.amount().get().equals(computed.get(line.code()))) {
                problems.add(
                        card.problem(
                                "/fees/lines/" + i,
                                "fees.dmn gives another amount for '" + line.code() + "'"));
            }
        }
        computed.keySet().stream()
                .filter(code -> !declared.contains(code))
                .sorted()
                .map(code -> card.problem("/fees/lines", "fees.dmn has a line '" + code + "' too"))
                .forEach(problems::add);
        return problems;
    }
}
