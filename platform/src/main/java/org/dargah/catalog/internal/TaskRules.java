package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Service;

/** What the visit, the opinions and the later fees of a card must keep beyond their schema. */
final class TaskRules {

    private final Service service;
    private final Declared card;
    private final Set<String> decisions;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param decisions of fees.dmn
     */
    TaskRules(Service service, Declared card, Set<String> decisions) {
        this.service = service;
        this.card = card;
        this.decisions = Set.copyOf(decisions);
    }

    /** The names under which the tasks of this service make something known. */
    static Set<String> facts(Service service) {
        Set<String> facts = new HashSet<>();
        if (service.inspection() != null) {
            facts.add(Inspection.FACTS);
        }
        if (!service.opinions().isEmpty()) {
            facts.add(Opinion.FACTS);
        }
        return facts;
    }

    /** True when a task of this service gives that field. */
    static boolean isKnown(Service service, String of, String field) {
        if (of.equals(Inspection.FACTS)) {
            return service.inspection() != null && service.inspection().gives(field);
        }
        int dot = field.indexOf('.');
        return dot > 0
                && service.opinion(field.substring(0, dot)).isPresent()
                && Opinion.TELLS.contains(field.substring(dot + 1));
    }

    List<Problem> problems() {
        if (service.inspection() != null) {
            checklist(service.inspection());
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < service.opinions().size(); i++) {
            Opinion opinion = service.opinions().get(i);
            if (!names.add(opinion.name())) {
                add("/opinions/" + i + "/name", "the name " + opinion.name() + " is taken");
            }
            sees(opinion, "/opinions/" + i);
        }
        laterFees();
        return problems;
    }

    private void checklist(Inspection inspection) {
        Set<String> names = new HashSet<>(Inspection.OWN);
        names.add("found");
        for (int i = 0; i < inspection.checklist().size(); i++) {
            Inspection.Item item = inspection.checklist().get(i);
            String at = "/inspection/checklist/" + i;
            if (!names.add(item.name())) {
                add(at + "/name", "the name " + item.name() + " is taken");
            }
            if (item.unit().isPresent() && item.kind() != Inspection.Kind.NUMBER) {
                add(at + "/unit", "only a number has a unit");
            }
        }
    }

    private void laterFees() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < service.laterFees().size(); i++) {
            LaterFee fee = service.laterFees().get(i);
            String at = "/laterFees/" + i;
            if (!names.add(fee.name())) {
                add(at + "/name", "the name " + fee.name() + " is taken");
            }
            if (!decisions.contains(fee.decision())) {
                add(at + "/decision", "fees.dmn has no decision '" + fee.decision() + "'");
            }
        }
    }

    private void sees(Opinion opinion, String at) {
        if (opinion.agency().equals(service.agency())) {
            add(at + "/agency", "an agency does not ask itself; its officer decides");
        }
        for (int i = 0; i < opinion.sees().size(); i++) {
            if (!CardRules.isKnown(service, opinion.sees().get(i))) {
                add(at + "/sees/" + i, "nothing gives the fact " + opinion.sees().get(i));
            }
        }
    }

    private void add(String pointer, String what) {
        problems.add(card.problem(pointer, what));
    }
}
