package org.dargah.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dargah.DargahTest;
import org.dargah.kernel.ActId;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DargahTest
class KeepingTheRecordTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, "officer-1", "کارشناس صدور پروانه");

    @Autowired Acts acts;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Entry entry() {
        return Entry.by(KERMAN, OFFICER, Channel.PORTAL, new Purpose("decide-case"));
    }

    private ActId record(Act act, Entry entry) {
        return Objects.requireNonNull(transaction.execute(t -> acts.record(act, entry)));
    }

    @Test
    void anActReadsBackAsItWasWritten() {
        CaseId caseId = CaseId.next(clock);
        Entry entry =
                entry().about(PersonId.next(clock))
                        .in(caseId)
                        .at(new AgencyCode("asnaf"))
                        .with("fields", "birthDate, firstName")
                        .with("condition", "3");
        ActId id = record(Act.CASE_OPENED, entry);

        assertThat(acts.ofCase(KERMAN, caseId))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.id()).isEqualTo(id);
                            assertThat(line.act()).isEqualTo(Act.CASE_OPENED);
                            assertThat(line.entry()).isEqualTo(entry);
                        });
    }

    @Test
    void aLineIsKeptOnlyWithWhatItTellsAbout() {
        CaseId caseId = CaseId.next(clock);
        transaction.executeWithoutResult(
                t -> {
                    acts.record(Act.CASE_SUBMITTED, entry().in(caseId));
                    t.setRollbackOnly();
                });
        assertThat(acts.ofCase(KERMAN, caseId)).isEmpty();
        assertThatThrownBy(() -> acts.record(Act.CASE_SUBMITTED, entry().in(caseId)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update acts.act set act = 'CASE_REFUSED'",
                "delete from acts.act",
                "truncate acts.act"
            })
    void nobodyChangesTheRecord(String change) {
        CaseId caseId = CaseId.next(clock);
        record(Act.CASE_APPROVED, entry().in(caseId));
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .hasMessageContaining("only added to");
        assertThat(acts.ofCase(KERMAN, caseId)).hasSize(1);
    }

    @Test
    void aPersonSeesWhoLookedAtTheirDataAndNothingElse() {
        PersonId person = PersonId.next(clock);
        record(Act.CASE_SUBMITTED, entry().about(person));
        record(Act.INQUIRY_ANSWERED, entry().about(person));
        record(Act.INQUIRY_ANSWERED, entry().about(PersonId.next(clock)));
        record(Act.CASE_OPENED, entry().about(person));

        ActPage page = acts.about(KERMAN, person, null, 10);
        assertThat(page.acts())
                .extracting(RecordedAct::act)
                .containsExactly(Act.CASE_OPENED, Act.INQUIRY_ANSWERED);
        assertThat(page.next()).isNull();
        assertThat(acts.about(new Province("IR-09"), person, null, 10).acts()).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        CaseId caseId = CaseId.next(clock);
        List<ActId> written = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            written.addFirst(record(Act.NOTE_WRITTEN, entry().in(caseId)));
        }
        List<ActId> read = new ArrayList<>();
        @Nullable ActId before = null;
        do {
            ActPage page = acts.ofCase(KERMAN, caseId, before, 3);
            page.acts().forEach(line -> read.add(line.id()));
            before = page.next();
        } while (before != null);
        assertThat(read).isEqualTo(written);
    }
}
