package org.dargah.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.DargahTest;
import org.dargah.acts.Acts;
import org.dargah.authoring.internal.DraftTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Change;
import org.dargah.catalog.Previews;
import org.dargah.catalog.Publishing;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Role;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishing is two people's act, at the moment that the second one chose. */
@DargahTest
class ApprovingByTwoTest {

    private static final AgencyCode AGENCY = new AgencyCode("education");

    @Autowired Drafts drafts;
    @Autowired Approvals approvals;
    @Autowired DraftTable table;
    @Autowired Access access;
    @Autowired Publishing publishing;
    @Autowired Previews previews;
    @Autowired Catalog catalog;
    @Autowired Acts acts;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private final ServiceCode code = new ServiceCode("by-two-" + Math.abs(System.nanoTime()));
    private final CurrentOfficer analyst = officer("تحلیلگر نمونه", Role.ANALYST);
    private final CurrentOfficer approver = officer("تأییدکنندهٔ نمونه", Role.APPROVER);
    private final CurrentOfficer both = officer("همه‌کارهٔ نمونه", Role.ANALYST, Role.APPROVER);

    private CurrentOfficer officer(String name, Role... roles) {
        return new CurrentOfficer(
                new Province("IR-08"),
                new OfficerId(UUID.randomUUID()),
                "two-" + roles.length,
                name,
                "کارشناس",
                AGENCY,
                Set.of(roles));
    }

    private Draft begun(CurrentOfficer by) {
        return drafts.blank(by, UUID.randomUUID(), code);
    }

    private Draft handedIn(CurrentOfficer by) {
        Step step = drafts.handIn(by, begun(by));
        return ((Step.Done) step).draft();
    }

    private Approvals later(Duration by) {
        return new Approvals(
                table,
                drafts,
                access,
                publishing,
                previews,
                acts,
                "IR-08",
                Clock.offset(clock, by));
    }

    private Step start(Approvals then, Draft due) {
        return transactions.execute(status -> then.start(due));
    }

    @Test
    void whoeverHandedItInNeverApprovesIt() {
        Draft draft = handedIn(both);
        assertThat(approvals.approve(both, draft, null)).isInstanceOf(Step.OwnWork.class);
        assertThat(catalog.find(code)).isEmpty();
    }

    @Test
    void whoeverWroteInItNeverApprovesItAlsoWhenAnotherHandsItIn() {
        Draft draft = begun(both);
        drafts.handIn(analyst, draft);
        Draft handedIn = drafts.find(approver, draft.id()).orElseThrow();
        assertThat(approvals.approve(both, handedIn, null)).isInstanceOf(Step.OwnWork.class);
        assertThat(approvals.approve(approver, handedIn, null)).isInstanceOf(Step.Done.class);
        assertThat(catalog.find(code)).isPresent();
    }

    @Test
    void theDatabaseItselfKnowsThatTwoPeopleAreTwo() {
        Draft draft = handedIn(analyst);
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                update authoring.draft set approved_by = handed_in_by
                                                where province = 'IR-08' and id = :id
                                                """)
                                        .param("id", draft.id().value())
                                        .update())
                .hasMessageContaining("two_people");
    }

    @Test
    void anAnalystApprovesNothingAndAnApproverWritesNothing() {
        Draft draft = handedIn(analyst);
        CurrentOfficer colleague = officer("تحلیلگر دیگر", Role.ANALYST);
        assertThat(approvals.approve(colleague, draft, null)).isInstanceOf(Step.Overtaken.class);
        Draft open = begunUnder(new ServiceCode(code + "-b"));
        assertThat(drafts.save(approver, open, "examples/x.yaml", "x", 0))
                .isInstanceOf(Saving.Closed.class);
        assertThatThrownBy(() -> drafts.blank(approver, UUID.randomUUID(), code))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Draft begunUnder(ServiceCode other) {
        return drafts.blank(analyst, UUID.randomUUID(), other);
    }

    @Test
    void twoApproversAtOnceMakeOneVersion() throws Exception {
        Draft draft = handedIn(analyst);
        CurrentOfficer second = officer("تأییدکنندهٔ دوم", Role.APPROVER);
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Step>> both =
                    List.of(
                            () -> approvals.approve(approver, draft, null),
                            () -> approvals.approve(second, draft, null));
            List<Future<Step>> steps = pool.invokeAll(both);
            assertThat(List.of(steps.getFirst().get(), steps.getLast().get()))
                    .hasAtLeastOneElementOfType(Step.Done.class)
                    .hasAtLeastOneElementOfType(Step.Overtaken.class);
        }
        assertThat(publishing.versions(code)).hasSize(1);
        assertThat(publishing.changes(code, 0, 10)).hasSize(1);
    }

    @Test
    void whatChangedAfterItWasSeenIsNotApproved() {
        Draft seen = handedIn(analyst);
        drafts.takeBack(analyst, seen);
        Draft open = drafts.find(analyst, seen.id()).orElseThrow();
        String example = drafts.file(open, "examples/01-granted.yaml").orElseThrow().text();
        drafts.save(analyst, open, "examples/03-more.yaml", example, 0);
        drafts.handIn(analyst, drafts.find(analyst, seen.id()).orElseThrow());
        assertThat(approvals.approve(approver, seen, null)).isInstanceOf(Step.Overtaken.class);
        assertThat(catalog.find(code)).isEmpty();
    }

    @Test
    void aBadDraftIsNotHandedInAndAHandedInOneIsNotWrittenIn() {
        Draft draft = begun(analyst);
        DraftFile card = drafts.file(draft, "service.yaml").orElseThrow();
        String good = card.text();
        drafts.save(
                analyst,
                draft,
                "service.yaml",
                good.replace("workingDays: 3", "workingDays: x"),
                1);
        Draft bad = drafts.find(analyst, draft.id()).orElseThrow();
        assertThat(drafts.handIn(analyst, bad)).isInstanceOf(Step.Bad.class);
        drafts.save(analyst, bad, "service.yaml", good, 2);
        Draft mended = drafts.find(analyst, draft.id()).orElseThrow();
        assertThat(drafts.handIn(analyst, mended)).isInstanceOf(Step.Done.class);
        assertThat(drafts.save(analyst, mended, "service.yaml", good + "\n", 3))
                .isInstanceOf(Saving.Closed.class);
    }

    @Test
    void theSecondToSaveTheSameFileIsToldAndNothingIsLost() {
        Draft draft = begun(analyst);
        DraftFile card = drafts.file(draft, "service.yaml").orElseThrow();
        CurrentOfficer colleague = officer("تحلیلگر دیگر", Role.ANALYST);
        assertThat(drafts.save(colleague, draft, card.path(), card.text() + "# theirs\n", 1))
                .isInstanceOf(Saving.Saved.class);
        Saving saving = drafts.save(analyst, draft, card.path(), card.text() + "# mine\n", 1);
        assertThat(saving)
                .isInstanceOfSatisfying(
                        Saving.Overtaken.class,
                        overtaken -> {
                            assertThat(overtaken.theirs().text()).endsWith("# theirs\n");
                            assertThat(overtaken.theirs().by()).contains("تحلیلگر دیگر");
                        });
        assertThat(drafts.save(analyst, draft, card.path(), card.text() + "# both\n", 2))
                .isInstanceOf(Saving.Saved.class);
    }

    @Test
    void anotherFileOfTheSameDraftIsSavedAtTheSameTime() {
        Draft draft = begun(analyst);
        CurrentOfficer colleague = officer("تحلیلگر دیگر", Role.ANALYST);
        DraftFile card = drafts.file(draft, "service.yaml").orElseThrow();
        DraftFile english = drafts.file(draft, "messages_en.properties").orElseThrow();
        drafts.save(colleague, draft, card.path(), card.text() + "# a\n", 1);
        assertThat(drafts.save(analyst, draft, english.path(), english.text() + "# b\n", 1))
                .isInstanceOf(Saving.Saved.class);
    }

    @Test
    void theSameFormTwiceBeginsOneDraft() {
        UUID key = UUID.randomUUID();
        Draft first = drafts.blank(analyst, key, code);
        assertThat(drafts.blank(analyst, key, code).id()).isEqualTo(first.id());
    }

    @Test
    void whatIsApprovedForAnHourStartsThenAndNotBefore() throws Exception {
        Draft draft = handedIn(analyst);
        Instant hour = clock.instant().plus(Duration.ofHours(3));
        approvals.approve(approver, draft, hour);
        assertThat(approvals.due()).noneMatch(due -> due.id().equals(draft.id()));
        Draft approved = drafts.find(approver, draft.id()).orElseThrow();
        assertThat(approved.state()).isEqualTo(DraftState.APPROVED);
        assertThat(start(approvals, approved)).isInstanceOf(Step.Overtaken.class);
        assertThat(catalog.find(code)).isEmpty();

        // A program that was killed meanwhile and starts after the hour: all it has is the row.
        Approvals then = later(Duration.ofDays(2));
        assertThat(then.due()).anyMatch(due -> due.id().equals(draft.id()));
        assertThat(twoRoundsAtOnce(then, approved))
                .hasAtLeastOneElementOfType(Step.Done.class)
                .hasAtLeastOneElementOfType(Step.Overtaken.class);
        assertThat(then.due()).noneMatch(due -> due.id().equals(draft.id()));
        assertThat(catalog.find(code)).isPresent();
        assertThat(publishing.changes(code, 0, 10))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Change.Kind.PUBLISHED);
                            assertThat(change.by()).contains("تأییدکنندهٔ نمونه");
                        });
    }

    /** Neither can be through before the other stands at the row. */
    private List<Step> twoRoundsAtOnce(Approvals then, Draft due) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var rounds = new java.util.ArrayList<Future<Step>>();
            transactions.executeWithoutResult(
                    status -> {
                        hold(due);
                        for (int round = 1; round <= 2; round++) {
                            rounds.add(pool.submit(() -> start(then, due)));
                            int both = round;
                            await().until(() -> waiting() + done(rounds) >= both);
                        }
                    });
            return List.of(rounds.getFirst().get(), rounds.getLast().get());
        }
    }

    private void hold(Draft draft) {
        jdbc.sql("select id from authoring.draft where id = :id for update")
                .param("id", draft.id().value())
                .query()
                .singleValue();
    }

    private static int done(List<Future<Step>> rounds) {
        return (int) rounds.stream().filter(Future::isDone).count();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasApprovedMayBeReturnedUntilItsHour() {
        Draft draft = handedIn(analyst);
        approvals.approve(approver, draft, clock.instant().plus(Duration.ofHours(3)));
        Draft approved = drafts.find(approver, draft.id()).orElseThrow();
        assertThat(approvals.sendBack(approver, approved, "مبلغ‌ها هنوز قطعی نیست."))
                .isInstanceOf(Step.Done.class);
        assertThat(later(Duration.ofDays(2)).due()).noneMatch(due -> due.id().equals(draft.id()));
        assertThat(drafts.find(analyst, draft.id()).orElseThrow())
                .satisfies(
                        returned -> {
                            assertThat(returned.state()).isEqualTo(DraftState.RETURNED);
                            assertThat(returned.reason()).contains("هنوز قطعی نیست");
                        });
    }

    @Test
    void aStrangersAgencyHasNoDraftHere() {
        Draft draft = handedIn(analyst);
        CurrentOfficer stranger =
                new CurrentOfficer(
                        new Province("IR-08"),
                        new OfficerId(UUID.randomUUID()),
                        "stranger",
                        "بیگانهٔ نمونه",
                        "کارشناس",
                        new AgencyCode("asnaf"),
                        Set.of(Role.ANALYST, Role.APPROVER));
        assertThat(drafts.find(stranger, draft.id())).isEmpty();
        assertThat(approvals.approve(stranger, draft, null)).isInstanceOf(Step.Overtaken.class);
        assertThat(approvals.sendBack(stranger, draft, "بی‌دلیل"))
                .isInstanceOf(Step.Overtaken.class);
        var files = new TreeMap<>(drafts.pack(draft).files());
        assertThat(drafts.upload(stranger, UUID.randomUUID(), Authors.zip(files)))
                .isInstanceOf(Begun.Refused.class);
    }

    @Test
    void theBodyAboveApprovesToo() {
        Draft draft = handedIn(analyst);
        AgencyCode parent = new AgencyCode("education-ministry");
        CurrentOfficer above =
                new CurrentOfficer(
                        new Province("IR-08"),
                        new OfficerId(UUID.randomUUID()),
                        "above",
                        "بالادست نمونه",
                        "مدیر",
                        parent,
                        Set.of(Role.APPROVER));
        assertThat(approvals.approve(above, draft, null)).isInstanceOf(Step.Done.class);
    }
}
