package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Audience;
import org.dargah.catalog.CoApplicants;
import org.dargah.catalog.Condition;
import org.dargah.catalog.Decision;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.IdentityCard;
import org.dargah.catalog.Output;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.catalog.Terms;
import org.dargah.catalog.When;
import org.dargah.documents.OutputTemplate;
import tools.jackson.databind.JsonNode;

/** What service.yaml must keep beyond its schema: names that exist, numbers in order. */
final class CardRules {

    private static final int MOST_CO_APPLICANTS = 20;
    private static final Set<String> RESERVED =
            Set.of(
                    "answers",
                    "today",
                    "applicant",
                    "case",
                    "document",
                    "effect",
                    "inspection",
                    "opinion");

    private final Pack pack;
    private final Service service;
    private final Declared card;
    private final List<Problem> problems = new ArrayList<>();

    CardRules(Pack pack, Service service, Declared card) {
        this.pack = pack;
        this.service = service;
        this.card = card;
    }

    List<Problem> problems() {
        if (!card.root().path("code").asString().equals(pack.code().value())) {
            add("/code", "must be the same as the folder: " + pack.code());
        }
        if (!card.root().path("agency").asString().equals(pack.agency().value())) {
            add("/agency", "must be the same as the folder above: " + pack.agency());
        }
        facts();
        terms();
        conditions();
        asks();
        coApplicants();
        renewal();
        outputs();
        legalReasons();
        return problems;
    }

    private void legalReasons() {
        int i = 0;
        for (JsonNode reason : card.root().path("onceOnly")) {
            if (service.form().field(reason.path("question").asString()).isEmpty()) {
                add("/onceOnly/" + i + "/question", "the form has no such question");
            }
            i++;
        }
    }

    private void facts() {
        IdentityCard facts = service.card();
        if (facts.audiences().contains(Audience.BUSINESS) && facts.businessEvent().isEmpty()) {
            add("/businessEvent", "a service for businesses names the moment of a business");
        }
        if (facts.visits() > facts.visitsBefore().orElse(facts.visits())) {
            add("/visits", "more visits than before the service came here");
        }
    }

    private void terms() {
        Terms terms = service.terms();
        terms.extension().ifPresent(extension -> extension(extension, terms.workingDays()));
        silence(terms.silence());
    }

    private void silence(Terms.Silence silence) {
        if (silence.speaks() && silence.legalBasis().isEmpty()) {
            add("/silence", "silence means something only where a law says so: name it");
        }
        if (silence.speaks() && service.decidesItself()) {
            add("/silence/means", "a service that decides itself is never silent");
        }
        if (!silence.speaks() && silence.legalBasis().isPresent()) {
            add("/silence/legalBasis", "silence that means nothing needs no law");
        }
        boolean handsOver = silence.meaning() == Terms.Meaning.HIGHER_BODY;
        if (handsOver && silence.body().isEmpty()) {
            add("/silence", "name the body that takes the case: body");
        }
        if (handsOver && silence.body().filter(service.agency()::equals).isPresent()) {
            add("/silence/body", "the agency itself is not the body above it");
        }
        if (!handsOver && silence.body().isPresent()) {
            add("/silence/body", "a body is named only where it takes the case");
        }
        if (silence.meaning() == Terms.Meaning.APPROVAL) {
            approval();
        }
    }

    /** Nobody looks before such an approval: nothing of weight may follow from it. */
    private void approval() {
        if (service.effect() != null) {
            add("/silence/means", "silence may not approve what has an effect beyond its document");
        }
        if (!service.laterFees().isEmpty()) {
            add("/silence/means", "silence may not approve before its later fees are paid");
        }
    }

    private void extension(Terms.Extension extension, int workingDays) {
        if (service.decidesItself()) {
            add("/extension", "a service that decides itself needs no more time");
        }
        if (extension.workingDays() > workingDays) {
            add("/extension/workingDays", "longer than the statutory time itself");
        }
        if (extension.reasons().stream().map(Terms.Reason::code).distinct().count()
                < extension.reasons().size()) {
            add("/extension/reasons", "two reasons have the same code");
        }
    }

    private void conditions() {
        Set<String> asks = service.asks().stream().map(Ask::name).collect(Collectors.toSet());
        for (int i = 0; i < service.conditions().size(); i++) {
            Condition condition = service.conditions().get(i);
            String at = "/conditions/" + i;
            if (condition.number() != i + 1) {
                add(at + "/number", "conditions are numbered 1, 2, 3, … in this order");
            }
            if (condition.isJudged() && service.decision() == Decision.AUTOMATIC) {
                add(at, "a service that decides itself needs a decision for each condition");
            }
            condition.answeredBy().stream()
                    .filter(name -> !asks.contains(name))
                    .forEach(name -> add(at + "/answeredBy", "no ask is named " + name));
        }
    }

    private void asks() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < service.asks().size(); i++) {
            Ask ask = service.asks().get(i);
            String at = "/asks/" + i;
            if (RESERVED.contains(ask.name()) || !names.add(ask.name())) {
                add(at + "/name", "the name " + ask.name() + " is taken");
            }
            if (service.condition(ask.condition()).isEmpty()) {
                add(at + "/condition", "there is no condition " + ask.condition());
            }
            keys(ask, at);
            if (ask.when() != null) {
                fact(ask.when(), at + "/when/fact");
            }
        }
    }

    private void keys(Ask ask, String at) {
        for (Map.Entry<String, String> key : ask.keys().entrySet()) {
            String from = key.getValue();
            if (from.startsWith("applicant.")) {
                continue;
            }
            if (!isKnown(service, from)) {
                add(
                        at + "/keys/" + key.getKey(),
                        from.startsWith("answers.")
                                ? "the form has no question " + from
                                : "nothing gives the fact " + from);
            }
        }
    }

    private void fact(When when, String at) {
        if (!isKnown(service, when.fact())) {
            add(at, "nothing gives the fact " + when.fact());
        }
    }

    /** True if an answer or the field of an ask gives it. */
    static boolean isKnown(Service service, String fact) {
        String of = fact.substring(0, fact.indexOf('.'));
        String field = fact.substring(fact.indexOf('.') + 1);
        if (of.equals("answers")) {
            return service.form().field(field).isPresent();
        }
        Renewal renewal = service.renewal();
        if (renewal != null && renewal.name().equals(of)) {
            return field.equals("found") || renewal.gives(field);
        }
        if (TaskRules.facts(service).contains(of)) {
            return TaskRules.isKnown(service, of, field);
        }
        return service.ask(of)
                .map(ask -> field.equals("found") || ask.fields().contains(field))
                .orElse(false);
    }

    /** Each of them signs in their own account, whoever brings the application. */
    private void coApplicants() {
        CoApplicants declared = service.coApplicants();
        if (declared == null) {
            return;
        }
        Optional<Form.Table> table =
                service.form().field(declared.question()).map(Form.Field::table);
        if (table.isEmpty() || table.get().most() > MOST_CO_APPLICANTS) {
            add(
                    "/coApplicants/question",
                    "the form has no table answers."
                            + declared.question()
                            + " of at most "
                            + MOST_CO_APPLICANTS
                            + " rows");
            return;
        }
        column(table.get(), "nationalId", declared.nationalId(), FieldKind.NATIONAL_ID);
        column(table.get(), "birthDate", declared.birthDate(), FieldKind.DATE);
        column(table.get(), "mobile", declared.mobile(), FieldKind.MOBILE);
    }

    private void column(Form.Table table, String what, String name, FieldKind kind) {
        if (table.column(name).filter(it -> it.kind() == kind && !it.optional()).isEmpty()) {
            add(
                    "/coApplicants/" + what,
                    "the table has no column " + name + " of the kind " + kind);
        }
    }

    /** The old document must have an end, and so must the new one. */
    private void renewal() {
        Renewal renewal = service.renewal();
        if (renewal == null) {
            return;
        }
        if (RESERVED.contains(renewal.name()) || service.ask(renewal.name()).isPresent()) {
            add("/renews/name", "the name " + renewal.name() + " is taken");
        }
        if (service.outputs().stream().noneMatch(output -> output.validity() != null)) {
            add("/outputs", "a renewal gives a document with a validity");
        }
        Set<String> carried = new HashSet<>();
        for (int i = 0; i < renewal.carries().size(); i++) {
            String name = renewal.carries().get(i).name();
            if (Renewal.OF_THE_DOCUMENT.contains(name) || !carried.add(name)) {
                add("/renews/carries/" + i + "/name", "the name " + name + " is taken");
            }
        }
    }

    private void outputs() {
        for (int i = 0; i < service.outputs().size(); i++) {
            Output output = service.outputs().get(i);
            String at = "/outputs/" + i + "/template";
            if (output.xhtml().isEmpty()) {
                add(at, "the pack has no such file");
            } else {
                template(output, card.root().at(at).asString());
            }
            if (output.until() != null && !isDate(output.until())) {
                add("/outputs/" + i + "/until", "the form asks everybody for no such date");
            }
        }
    }

    private boolean isDate(String question) {
        return service.form().pages().stream()
                .filter(page -> page.when() == null)
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.name().equals(question))
                .anyMatch(field -> field.kind() == FieldKind.DATE && !field.optional());
    }

    private void template(Output output, String file) {
        switch (OutputTemplate.read(output.template())) {
            case OutputTemplate.Fault(int line, String what) ->
                    problems.add(new Problem(file, line, "", what));
            case OutputTemplate.Read(OutputTemplate template) -> {
                template.fields().stream()
                        .filter(field -> !field.startsWith(EffectRules.FACTS))
                        .filter(field -> !field.contains(".") || !isKnown(service, field))
                        .map(field -> new Problem(file, 0, field, "nothing gives this value"))
                        .forEach(problems::add);
                template.listings().forEach(listing -> listing(listing, file));
            }
        }
    }

    private void listing(OutputTemplate.Listing listing, String file) {
        Form.Table table =
                service.form()
                        .field(listing.of().substring("answers.".length()))
                        .map(Form.Field::table)
                        .orElse(null);
        if (table == null) {
            problems.add(
                    new Problem(
                            file, listing.line(), listing.of(), "this is no table of the form"));
            return;
        }
        listing.columns().stream()
                .filter(column -> table.column(column).isEmpty())
                .map(
                        column ->
                                new Problem(
                                        file,
                                        listing.line(),
                                        column,
                                        "the table has no such column"))
                .forEach(problems::add);
    }

    private void add(String pointer, String what) {
        problems.add(card.problem(pointer, what));
    }
}
