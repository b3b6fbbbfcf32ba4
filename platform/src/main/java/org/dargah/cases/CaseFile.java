package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dargah.catalog.Facts;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;

/**
 * One request for a service, as it stands.
 *
 * @param version the version of the service that it keeps to its end
 * @param subject for whom
 * @param applicant the name as the civil registry gave it
 * @param answers what the applicant said, by the fields' names
 * @param said what registries said, by the asks' names
 * @param pagesDone the pages of the form that were answered
 * @param revision counts changes, so that nobody overwrites what he has not seen
 * @param dueOn the last day of the statutory time, in Tehran; none before submission
 * @param waitingSince since when the time stands still because the applicant is to act
 */
public record CaseFile(
        Province province,
        CaseId id,
        TrackingCode tracking,
        ServiceCode service,
        VersionId version,
        AgencyCode agency,
        PersonId subject,
        String applicant,
        Channel channel,
        Stage stage,
        Map<String, Object> answers,
        Map<String, Facts.Said> said,
        List<String> pagesDone,
        Rial fee,
        @Nullable PaymentId payment,
        int revision,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant waitingSince,
        @Nullable Instant decidedAt) {

    public CaseFile {
        answers = Map.copyOf(answers);
        said = Map.copyOf(said);
        pagesDone = List.copyOf(pagesDone);
    }

    /** What is known, as the rules of the service read it on that day. */
    public Facts facts(LocalDate today) {
        Facts facts = Facts.on(today).answers(answers);
        for (Map.Entry<String, Facts.Said> entry : said.entrySet()) {
            Facts.Said what = entry.getValue();
            facts =
                    what.found()
                            ? facts.known(entry.getKey(), what.fields(), what.at())
                            : facts.notFound(entry.getKey(), what.at());
        }
        return facts;
    }

    /** With these answers, after the named page was done. */
    public CaseFile answered(Map<String, Object> all, String page) {
        var done = new LinkedHashSet<>(pagesDone);
        done.add(page);
        return copy(
                stage,
                all,
                said,
                List.copyOf(done),
                fee,
                payment,
                submittedAt,
                dueOn,
                waitingSince,
                decidedAt);
    }

    /** With all its answers at once. */
    public CaseFile answeredAll(Map<String, Object> all) {
        return copy(
                stage,
                all,
                said,
                pagesDone,
                fee,
                payment,
                submittedAt,
                dueOn,
                waitingSince,
                decidedAt);
    }

    /** The same answers, otherwise kept: it stands as it stood. */
    public CaseFile withAnswers(Map<String, Object> same) {
        return placed(tracking, agency, same, said);
    }

    /** With other answers, and what registries said to those. */
    public CaseFile amended(Map<String, Object> all, Map<String, Facts.Said> heard) {
        return placed(tracking, agency, all, heard);
    }

    /** With what one more registry said. */
    public CaseFile heard(String ask, Facts.Said what) {
        var more = new HashMap<>(said);
        more.put(ask, what);
        return copy(
                stage,
                answers,
                more,
                pagesDone,
                fee,
                payment,
                submittedAt,
                dueOn,
                waitingSince,
                decidedAt);
    }

    /** Without what this registry said, because the answer that it was asked by has changed. */
    public CaseFile forgot(String ask) {
        var less = new HashMap<>(said);
        less.remove(ask);
        return copy(
                stage,
                answers,
                less,
                pagesDone,
                fee,
                payment,
                submittedAt,
                dueOn,
                waitingSince,
                decidedAt);
    }

    /** With its price, and the payment that was asked for it. */
    public CaseFile priced(Rial total, @Nullable PaymentId asked) {
        return copy(
                stage,
                answers,
                said,
                pagesDone,
                total,
                asked,
                submittedAt,
                dueOn,
                waitingSince,
                decidedAt);
    }

    /** Under this tracking code. */
    public CaseFile tracked(TrackingCode code) {
        return placed(code, agency, answers, said);
    }

    /** In the hands of this office of the agency. */
    public CaseFile handledBy(AgencyCode office) {
        return placed(tracking, office, answers, said);
    }

    /** The same revision: nothing has changed that anybody must have seen. */
    private CaseFile placed(
            TrackingCode code,
            AgencyCode office,
            Map<String, Object> same,
            Map<String, Facts.Said> heard) {
        return new CaseFile(
                province,
                id,
                code,
                service,
                version,
                office,
                subject,
                applicant,
                channel,
                stage,
                same,
                heard,
                pagesDone,
                fee,
                payment,
                revision,
                openedAt,
                submittedAt,
                dueOn,
                waitingSince,
                decidedAt);
    }

    /** Something around it has changed that whoever works on it must have seen. */
    CaseFile changed() {
        return copy(
                stage,
                answers,
                said,
                pagesDone,
                fee,
                payment,
                submittedAt,
                dueOn,
                waitingSince,
                decidedAt);
    }

    /** At another stage, with the times that come with it. */
    public CaseFile at(
            Stage next,
            @Nullable Instant submitted,
            @Nullable LocalDate due,
            @Nullable Instant waiting,
            @Nullable Instant decided) {
        return copy(next, answers, said, pagesDone, fee, payment, submitted, due, waiting, decided);
    }

    private CaseFile copy(
            Stage next,
            Map<String, Object> all,
            Map<String, Facts.Said> heard,
            List<String> done,
            Rial total,
            @Nullable PaymentId paid,
            @Nullable Instant submitted,
            @Nullable LocalDate due,
            @Nullable Instant waiting,
            @Nullable Instant decided) {
        return new CaseFile(
                province,
                id,
                tracking,
                service,
                version,
                agency,
                subject,
                applicant,
                channel,
                next,
                all,
                heard,
                done,
                total,
                paid,
                revision + 1,
                openedAt,
                submitted,
                due,
                waiting,
                decided);
    }

    /** What one registry said, if it was asked and answered. */
    public Optional<Facts.Said> said(String ask) {
        return Optional.ofNullable(said.get(ask));
    }

    public UUID key() {
        return id.value();
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return tracking + " " + stage + " of " + service;
    }
}
