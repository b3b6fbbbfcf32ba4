package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dargah.catalog.CoApplicants;
import org.dargah.catalog.Difference.Part;
import org.dargah.catalog.Difference.Said;
import org.dargah.catalog.Fees;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.catalog.Text;

/**
 * What differs in who else takes part and what is asked of people on the way: others who sign, an
 * inspector, other agencies, fees, the document that is renewed, and why something is asked twice.
 */
final class PeopleDifferences {

    private final Service before;
    private final Service after;
    private final Comparison found;

    PeopleDifferences(Service before, Service after, Comparison found) {
        this.before = before;
        this.after = after;
        this.found = found;
    }

    void compare() {
        found.compare(Part.CARD, "coApplicants", together(before), together(after));
        found.compare(Part.CARD, "renewal", renewal(before), renewal(after));
        found.compare(Part.PROCESS, "inspection", visit(before), visit(after));
        inspected();
        opinions();
        laterFees();
        legalReasons();
    }

    private static Said together(Service service) {
        CoApplicants declared = service.coApplicants();
        return declared == null
                ? Said.NOTHING
                : new Said.All(
                        List.of(
                                Said.of(declared.statement()),
                                Said.code(declared.question()),
                                new Said.Days(declared.days())));
    }

    private static Said renewal(Service service) {
        Renewal renewal = service.renewal();
        if (renewal == null) {
            return Said.NOTHING;
        }
        var said = new ArrayList<Said>();
        said.add(new Said.Span(renewal.from()));
        said.add(renewal.until() == null ? Said.NOTHING : new Said.Span(renewal.until()));
        renewal.services().stream().sorted().map(it -> Said.code(it.value())).forEach(said::add);
        renewal.carries().stream().map(it -> Said.of(it.title())).forEach(said::add);
        return new Said.All(said);
    }

    private static Said visit(Service service) {
        Inspection visit = service.inspection();
        return visit == null
                ? Said.NOTHING
                : new Said.All(List.of(Said.of(visit.title()), Said.of(visit.notice())));
    }

    private void inspected() {
        found.each(
                items(before),
                items(after),
                Inspection.Item::name,
                item -> Said.of(item.label()),
                Part.PROCESS,
                "inspected",
                (old, fresh) ->
                        found.compare(
                                Part.PROCESS,
                                "inspected",
                                Said.of(old.label()),
                                Said.of(fresh.label())));
    }

    private static List<Inspection.Item> items(Service service) {
        return service.inspection() == null ? List.of() : service.inspection().checklist();
    }

    private void opinions() {
        found.each(
                before.opinions(),
                after.opinions(),
                Opinion::name,
                PeopleDifferences::opinion,
                Part.PROCESS,
                "opinion",
                (old, fresh) ->
                        found.compare(
                                Part.PROCESS,
                                "opinion",
                                Said.of(fresh.title()),
                                opinion(old),
                                opinion(fresh)));
    }

    /** Whom, what, how long, what silence means, and which facts of the case they see. */
    private static Said opinion(Opinion opinion) {
        var said = new ArrayList<Said>();
        said.add(Said.of(opinion.question()));
        said.add(Said.code(opinion.agency().value()));
        new TreeMap<>(opinion.counties())
                .forEach((county, body) -> said.add(Said.code(county + ": " + body)));
        said.add(new Said.Days(opinion.days()));
        said.add(
                new Said.Word(
                        "authoring.diff.silence."
                                + opinion.silence().name().toLowerCase(java.util.Locale.ROOT)));
        opinion.sees().stream().map(Said::code).forEach(said::add);
        return new Said.All(said);
    }

    private void laterFees() {
        found.each(
                before.laterFees(),
                after.laterFees(),
                LaterFee::name,
                PeopleDifferences::laterFee,
                Part.FEES,
                "laterFee",
                (old, fresh) ->
                        found.compare(
                                Part.FEES,
                                "laterFee",
                                Said.of(fresh.title()),
                                laterFee(old),
                                laterFee(fresh)));
    }

    private static Said laterFee(LaterFee fee) {
        var said = new ArrayList<Said>();
        said.add(Said.of(fee.title()));
        said.add(Said.code(fee.decision()));
        fee.lines().stream().map(Fees.Line::text).map(Said::of).forEach(said::add);
        return new Said.All(said);
    }

    private void legalReasons() {
        found.each(
                List.copyOf(new TreeMap<>(before.legalReasons()).entrySet()),
                List.copyOf(new TreeMap<>(after.legalReasons()).entrySet()),
                Map.Entry::getKey,
                reason -> Said.of(reason.getValue()),
                Part.QUESTIONS,
                "onceOnly",
                (Map.Entry<String, Text> old, Map.Entry<String, Text> fresh) ->
                        found.compare(
                                Part.QUESTIONS,
                                "onceOnly",
                                Said.code(fresh.getKey()),
                                Said.of(old.getValue()),
                                Said.of(fresh.getValue())));
    }
}
