package org.dargah.authoring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.authoring.internal.DraftTable;
import org.dargah.catalog.Previews;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Publication;
import org.dargah.catalog.Publisher;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.Service;
import org.dargah.catalog.VersionId;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the second person does: approves, returns, takes a service back to an earlier version or out
 * of the offer. Whoever wrote in a draft or handed it in never approves it.
 */
@Component
public class Approvals {

    /** How far ahead a start may be set. */
    public static final int MOST_DAYS = 366;

    private static final Actor SCHEDULER = Actor.system("authoring", "شروع زمان‌بندی‌شده");
    private static final int AT_ONCE = 50;

    private final DraftTable table;
    private final Drafts drafts;
    private final Access access;
    private final Publishing publishing;
    private final Previews previews;
    private final Acts acts;
    private final Province province;
    private final Clock clock;

    Approvals(
            DraftTable table,
            Drafts drafts,
            Access access,
            Publishing publishing,
            Previews previews,
            Acts acts,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.table = table;
        this.drafts = drafts;
        this.access = access;
        this.publishing = publishing;
        this.previews = previews;
        this.acts = acts;
        this.province = new Province(province);
        this.clock = clock;
    }

    /**
     * Approves what was seen, from a moment on; from now on if that is null or past.
     *
     * @param seen as the approver saw it: another revision is not approved
     */
    @Transactional
    public Step approve(CurrentOfficer approver, Draft seen, @Nullable Instant startsAt) {
        Draft draft = table.lock(seen.province(), seen.id()).orElseThrow();
        if (!access.mayApprove(approver, draft.agency())
                || !draft.state().leadsTo(DraftState.APPROVED)
                || draft.revision() != seen.revision()) {
            return new Step.Overtaken(draft);
        }
        if (table.isAuthor(draft, approver.id())) {
            return new Step.OwnWork();
        }
        Publishing.Checked checked = publishing.check(drafts.pack(draft));
        if (!checked.isGood()) {
            return new Step.Bad(checked.problems());
        }
        Instant now = clock.instant();
        Instant start = startsAt != null && startsAt.isAfter(now) ? startsAt : now;
        boolean later = start.isAfter(now);
        table.approve(draft, approver, start, now);
        acts.record(
                Act.PACK_APPROVED,
                later
                        ? Drafts.entry(draft, approver).with("from", start.toString())
                        : Drafts.entry(draft, approver));
        Draft approved = table.find(draft.province(), draft.id()).orElseThrow();
        return later
                ? new Step.Done(approved)
                : publish(approved, publisher(approver, DraftTable.name(approver)));
    }

    private Step publish(Draft draft, Publisher by) {
        return switch (publishing.publish(drafts.pack(draft), by, "")) {
            case Publication.Accepted(Service service, boolean isNew) -> {
                table.move(draft, DraftState.PUBLISHED, "", service.version(), clock.instant());
                previews.close(draft.id().value());
                yield new Step.Done(table.find(draft.province(), draft.id()).orElseThrow());
            }
            case Publication.Refused(String pack, List<Problem> problems) -> new Step.Bad(problems);
            case Publication.Overruled overruled ->
                    throw new IllegalStateException(overruled.toString());
        };
    }

    private static Publisher publisher(CurrentOfficer officer, String name) {
        return new Publisher(officer.actor(), officer.agency(), Channel.PORTAL, name);
    }

    /** Back to its authors; also what was approved, as long as it has not started. */
    @Transactional
    public Step sendBack(CurrentOfficer approver, Draft seen, String reason) {
        Draft draft = table.lock(seen.province(), seen.id()).orElseThrow();
        if (!access.mayApprove(approver, draft.agency())
                || !draft.state().leadsTo(DraftState.RETURNED)) {
            return new Step.Overtaken(draft);
        }
        table.move(draft, DraftState.RETURNED, reason, null, clock.instant());
        acts.record(Act.PACK_RETURNED, Drafts.entry(draft, approver));
        return new Step.Done(table.find(draft.province(), draft.id()).orElseThrow());
    }

    /** Approved drafts whose hour has come. */
    public List<Draft> due() {
        return table.due(province, clock.instant(), AT_ONCE);
    }

    /**
     * Publishes one whose hour has come, once. It was good when it was approved; if it is no
     * longer, it goes back to its authors with the reason.
     */
    @Transactional
    public Step start(Draft due) {
        Draft draft = table.lock(due.province(), due.id()).orElseThrow();
        Draft.Signature approved = draft.approved();
        if (draft.state() != DraftState.APPROVED
                || approved == null
                || draft.startsAt() == null
                || draft.startsAt().isAfter(clock.instant())) {
            return new Step.Overtaken(draft);
        }
        var by = new Publisher(SCHEDULER, draft.agency(), Channel.SYSTEM, approved.name());
        Step step = publish(draft, by);
        if (step instanceof Step.Bad(List<Problem> problems)) {
            table.move(
                    draft,
                    DraftState.RETURNED,
                    problems.getFirst().toString(),
                    null,
                    clock.instant());
            acts.record(
                    Act.PACK_NOT_PUBLISHED,
                    Entry.by(draft.province(), SCHEDULER, Channel.SYSTEM, Drafts.AUTHORING)
                            .at(draft.agency())
                            .with("service", draft.code().value())
                            .with("draft", draft.id().toString()));
        }
        return step;
    }

    /** Back to an earlier version, which two people published before; false if nothing changed. */
    @Transactional
    public boolean returnTo(
            CurrentOfficer approver, Service service, VersionId version, String reason) {
        return access.mayApprove(approver, service.agency())
                && publishing.returnTo(
                        service.code(),
                        version,
                        publisher(approver, DraftTable.name(approver)),
                        reason);
    }

    /** Out of the offer; false if it was not offered. */
    @Transactional
    public boolean retire(CurrentOfficer approver, Service service, String reason) {
        ServiceCode code = service.code();
        return access.mayApprove(approver, service.agency())
                && publishing.retire(code, publisher(approver, DraftTable.name(approver)), reason);
    }
}
