package org.dargah.cases.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Decision;
import org.dargah.cases.Rows;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.catalog.Text;
import org.dargah.documents.Certificate;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** A case with all that lies in it. */
record WholeCase(
        CaseBrief brief,
        Text title,
        int serviceVersion,
        @Schema(description = "Code of the office that decides") String agency,
        String applicant,
        @Schema(
                        description =
                                "By the names of the form's fields; of a table the number of its"
                                        + " rows and where they are read")
                Map<String, Object> answers,
        @Schema(description = "What registries were asked, and when they answered")
                List<Inquiry> inquiries,
        @Schema(description = "In rials") long fee,
        @Nullable Outcome decision,
        List<Note> messages,
        List<Paper> certificates,
        List<Event> timeline,
        @Nullable Integer rating,
        @Schema(description = "The document that this case renews; null for most")
                @Nullable Renewed renews) {

    /** As it stood when the application was begun. */
    record Renewed(String number, String issuedOn, String validUntil) {}

    /**
     * @param fields what the registry said; told to the deciding agency's programs alone
     */
    record Inquiry(
            String name,
            Text title,
            boolean found,
            Instant answeredAt,
            @Nullable Map<String, Object> fields) {}

    /**
     * @param conditions numbers of the service's conditions that a refusal cites
     */
    record Outcome(
            boolean approved,
            List<Integer> conditions,
            String explanation,
            String decidedBy,
            Instant decidedAt,
            @Schema(description = "Nobody answered in time, and a law says what that means")
                    boolean bySilence) {

        static Outcome of(Decision decision) {
            return new Outcome(
                    decision.approved(),
                    decision.conditions(),
                    decision.explanation(),
                    decision.decidedBy(),
                    decision.at(),
                    decision.silent());
        }
    }

    record Note(boolean fromApplicant, String author, String text, Instant at) {}

    /**
     * @param pdf path of the signed PDF
     */
    record Paper(
            String id,
            String title,
            String verificationCode,
            Instant issuedAt,
            @Nullable LocalDate validUntil,
            boolean revoked,
            String pdf) {

        static Paper of(Certificate certificate, CaseFile file) {
            return new Paper(
                    certificate.id().toString(),
                    certificate.title(),
                    certificate.code().text(),
                    certificate.issuedAt(),
                    certificate.validUntil(),
                    certificate.revocation() != null,
                    "/api/v1/cases/"
                            + file.tracking().text()
                            + "/certificates/"
                            + certificate.id());
        }
    }

    /**
     * @param act its name in the record of acts
     * @param by as the citizen reads it
     */
    record Event(String act, String text, String by, @Nullable String office, Instant at) {

        static Event of(RecordedAct act, Words words) {
            return new Event(
                    act.act().name(),
                    words.t(act.act().messageKey()),
                    act.entry().actor().title(),
                    act.entry().office() == null ? null : act.entry().office().value(),
                    act.at());
        }
    }

    static WholeCase of(
            Cases.Whole whole, CaseBrief brief, Service service, boolean withFields, Words words) {
        CaseFile file = whole.file();
        return new WholeCase(
                brief,
                service.title(),
                service.number(),
                file.agency().value(),
                file.applicant(),
                answers(file),
                file.said().entrySet().stream()
                        .filter(said -> service.ask(said.getKey()).isPresent())
                        .map(said -> inquiry(said, service, withFields))
                        .sorted(Comparator.comparing(Inquiry::answeredAt))
                        .toList(),
                file.fee().amount(),
                whole.decision().map(Outcome::of).orElse(null),
                whole.messages().stream()
                        .map(
                                m ->
                                        new Note(
                                                m.kind().isFromApplicant(),
                                                m.author(),
                                                m.text(),
                                                m.at()))
                        .toList(),
                whole.certificates().stream().map(c -> Paper.of(c, file)).toList(),
                whole.acts().stream()
                        .filter(act -> act.act().onTimeline())
                        .map(act -> Event.of(act, words))
                        .toList(),
                whole.rating().orElse(null),
                renewed(file, service));
    }

    private static @Nullable Renewed renewed(CaseFile file, Service service) {
        Renewal renewal = service.renewal();
        return renewal == null
                ? null
                : file.said(renewal.name())
                        .map(Facts.Said::fields)
                        .map(
                                fields ->
                                        new Renewed(
                                                String.valueOf(fields.get("number")),
                                                String.valueOf(fields.get("issuedOn")),
                                                String.valueOf(fields.get("validUntil"))))
                        .orElse(null);
    }

    /**
     * A table of thousands is read page by page.
     *
     * @param href of its first page
     */
    record Listed(int rows, String href) {}

    private static Map<String, Object> answers(CaseFile file) {
        Map<String, Object> answers = new HashMap<>(file.answers());
        answers.replaceAll(
                (question, answer) ->
                        answer instanceof Rows rows
                                ? new Listed(
                                        rows.size(),
                                        "/api/v1/cases/%s/lists/%s"
                                                .formatted(file.tracking().text(), question))
                                : answer);
        return answers;
    }

    private static Inquiry inquiry(
            Map.Entry<String, Facts.Said> entry, Service service, boolean withFields) {
        Facts.Said said = entry.getValue();
        return new Inquiry(
                entry.getKey(),
                service.ask(entry.getKey())
                        .map(ask -> ask.title())
                        .orElse(new Text(entry.getKey(), entry.getKey())),
                said.found(),
                said.at(),
                withFields ? said.fields() : null);
    }
}
