package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CorrectionTable;
import org.dargah.cases.internal.Decisions;
import org.dargah.cases.internal.Offices;
import org.dargah.cases.internal.Papers;
import org.dargah.catalog.VersionId;
import org.dargah.documents.Certificate;
import org.dargah.documents.Certificates;
import org.dargah.documents.Documents;
import org.dargah.documents.StoredFile;
import org.dargah.identity.CurrentClient;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases for those whom they concern. */
@Component
public class Cases {

    /** More cases of one person than this are not listed on one page. */
    public static final int MOST = 200;

    /**
     * What anyone may know who has the tracking code: the stage, and nothing of the person.
     *
     * @param service its code; its title stands in the catalogue
     */
    public record Whereabouts(
            TrackingCode tracking,
            ServiceCode service,
            VersionId version,
            Stage stage,
            @Nullable Instant submittedAt,
            @Nullable LocalDate dueOn) {}

    /** A case with all that lies in it. */
    public record Whole(
            CaseFile file,
            Optional<Decision> decision,
            List<Message> messages,
            List<StoredFile> files,
            List<Certificate> certificates,
            List<RecordedAct> acts,
            Optional<Integer> rating) {}

    private final CaseTable table;
    private final Decisions decisions;
    private final Papers papers;
    private final Documents documents;
    private final Certificates certificates;
    private final Acts acts;
    private final Offices offices;
    private final CorrectionTable corrections;

    Cases(
            CaseTable table,
            Decisions decisions,
            Papers papers,
            Documents documents,
            Certificates certificates,
            Acts acts,
            Offices offices,
            CorrectionTable corrections) {
        this.corrections = corrections;
        this.documents = documents;
        this.certificates = certificates;
        this.table = table;
        this.decisions = decisions;
        this.papers = papers;
        this.acts = acts;
        this.offices = offices;
    }

    /** For programmes of upper floors that heard of it. */
    public Optional<CaseFile> find(Province province, CaseId id) {
        return table.find(province, id);
    }

    public List<CaseFile> of(Province province, PersonId person) {
        return table.ofSubject(province, person, MOST);
    }

    /** The person's own case; another's does not exist for him. */
    public Optional<CaseFile> find(Province province, PersonId person, TrackingCode tracking) {
        return table.find(province, tracking).filter(file -> file.subject().equals(person));
    }

    /**
     * A case that the program handed in, or that the program's agency works on; any other does not
     * exist for it.
     */
    public Optional<CaseFile> find(CurrentClient client, TrackingCode tracking) {
        return table.findFor(client.province(), tracking, client.id(), offices.of(client.agency()));
    }

    /** A case that the program itself handed in. */
    public Optional<CaseFile> handedIn(CurrentClient client, TrackingCode tracking) {
        return table.findFor(client.province(), tracking, client.id(), List.of());
    }

    /** What the program handed in, in the order of opening, from after the given case. */
    public List<CaseFile> of(CurrentClient client, CaseId after, int most) {
        return table.ofClient(client.province(), client.id(), after, most);
    }

    /** What these programs handed in for these services, the latest first. */
    public List<CaseFile> handedIn(
            Province province,
            Collection<String> programs,
            Collection<ServiceCode> services,
            int most) {
        return programs.isEmpty() || services.isEmpty()
                ? List.of()
                : table.ofClients(province, programs, services, most);
    }

    /** True when the program belongs to those who decide the case. */
    public boolean decides(CurrentClient client, CaseFile file) {
        return offices.mayDecide(client.agency(), file.agency());
    }

    /**
     * A whole case as it stands at one moment, for the program that may read it; leaves the act
     * that it saw the person's data.
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<Whole> open(CurrentClient client, TrackingCode tracking) {
        return find(client, tracking).map(file -> opened(client, file));
    }

    private Whole opened(CurrentClient client, CaseFile file) {
        acts.record(
                Act.CASE_OPENED,
                Entry.by(
                                file.province(),
                                client.actor(),
                                Channel.API,
                                decides(client, file) ? Desk.DECIDING : Applications.APPLYING)
                        .about(file.subject())
                        .in(file.id())
                        .at(client.agency()));
        return whole(file);
    }

    /** Where a case stands, for whoever has its code. Drafts are nobody else's business. */
    public Optional<Whereabouts> track(Province province, TrackingCode tracking) {
        return table.find(province, tracking)
                .filter(file -> file.stage().isSubmitted())
                .map(
                        file ->
                                new Whereabouts(
                                        file.tracking(),
                                        file.service(),
                                        file.version(),
                                        file.stage(),
                                        file.submittedAt(),
                                        file.dueOn()));
    }

    /** All of a case; who may see it was settled when the file was found. */
    public Whole whole(CaseFile file) {
        return new Whole(
                file,
                decisions.of(file),
                papers.messages(file),
                sent(file),
                certificates.ofCase(file.province(), file.id()),
                acts.ofCase(file.province(), file.id()),
                papers.rating(file));
    }

    /** A file of a correction belongs to the case when the correction is sent. */
    private List<StoredFile> sent(CaseFile file) {
        List<String> unsent = unsent(file);
        return documents.ofCase(file.province(), file.id()).stream()
                .filter(stored -> !unsent.contains(stored.id().value().toString()))
                .toList();
    }

    /** The files that the applicant has put into a correction and not sent yet. */
    public List<String> unsent(CaseFile file) {
        return corrections.draft(file).stream()
                .flatMap(draft -> draft.answers().answers().values().stream())
                .filter(answer -> !file.answers().containsValue(answer))
                .flatMap(answer -> answer instanceof String id ? Stream.of(id) : Stream.empty())
                .toList();
    }
}
