package org.dargah.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.dargah.DargahTest;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.Place;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.kernel.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with the database's password changes what was recorded; the public log tells. */
@DargahTest
class CatchingAnAlteredRecordTest {

    private static final Evident<byte[]> BYTES =
            new Evident<>() {
                @Override
                public byte[] record(byte[] thing) {
                    return thing;
                }

                @Override
                public void keep(List<Left<byte[]>> left) {
                    // Nothing but the record.
                }
            };

    @Autowired EvidenceLog log;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private Place place = new Place(0, new UUID(0, 0));

    @BeforeEach
    void leave() throws InterruptedException {
        place = log.leave(new byte[] {1, 2, 3}, BYTES);
        log.leave(new byte[] {4, 5, 6}, BYTES);
        Place last = log.leave(new byte[] {7, 8, 9}, BYTES);
        while (log.receipt(last.index()).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private VerifierKey key() {
        return VerifierKey.parse(log.verifierKey()).orElseThrow();
    }

    private Verdict verify() {
        var database = new DatabaseLog(jdbc, new Province("IR-08"));
        return new Verifier(database, key(), List.of(), null, database).verify();
    }

    /** Undone afterwards, since all tests share the log. */
    private Verdict verifyAfter(String change) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            jdbc.execute(
                                    "alter table evidence.record disable trigger"
                                            + " record_append_only");
                            assertThat(jdbc.update(change, place.index())).isEqualTo(1);
                            return verify();
                        }));
    }

    @Test
    void anUntouchedLogIsCleanInsideAndOutside() {
        assertThat(verify()).isInstanceOf(Verdict.Clean.class);
        var served = new ServedLog("http://127.0.0.1:" + port);
        assertThat(new Verifier(served, key(), List.of(), null, null).verify())
                .isInstanceOf(Verdict.Clean.class);
    }

    @Test
    void anAlteredRecordIsNamed() {
        Verdict verdict =
                verifyAfter("update evidence.record set record = '\\x010204' where leaf_index = ?");
        assertThat(verdict.sentence())
                .startsWith("Record " + place.index() + " (id " + place.id() + ") was altered");
    }

    @Test
    void aRecordAlteredWithItsEntryIsNamedAllTheSame() {
        Verdict verdict =
                verifyAfter(
                        """
                        update evidence.record set record = 'x', entry = sha256(
                            convert_to('dargah.org/evidence/v1' || chr(10), 'UTF8') || salt || 'x')
                        where leaf_index = ?
                        """);
        assertThat(verdict.sentence())
                .startsWith("Record " + place.index() + " (id " + place.id() + ") was altered");
    }

    @Test
    void aRemovedRecordIsNamed() {
        assertThat(verifyAfter("delete from evidence.record where leaf_index = ?").sentence())
                .startsWith("Record " + place.index() + " was removed");
    }
}
