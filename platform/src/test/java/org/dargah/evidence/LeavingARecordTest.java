package org.dargah.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Proof;
import org.dargah.evidence.tree.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions leave records: private inside, a commitment outside, in a log that anyone reads. */
@DargahTest
class LeavingARecordTest {

    @Autowired EvidenceLog log;
    @Autowired JdbcTemplate jdbc;
    @LocalServerPort int port;

    private final Questions questions = new Questions();

    /** A kind of thing with a table of its own, in which the same text stands only once. */
    private final class Questions implements Evident<String> {
        @Override
        public byte[] record(String question) {
            return question.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void keep(List<Left<String>> left) {
            jdbc.batchUpdate(
                    "insert into public.question_of_a_test (leaf_index, text) values (?, ?)",
                    left.stream()
                            .map(one -> new Object[] {one.place().index(), one.thing()})
                            .toList());
        }
    }

    @BeforeEach
    void ownTable() {
        jdbc.execute("drop table if exists public.question_of_a_test");
        jdbc.execute(
                "create table public.question_of_a_test (leaf_index bigint, text text unique)");
    }

    private Receipt receipt(Place place) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> log.receipt(place.index()), Optional::isPresent)
                .orElseThrow();
    }

    private <T> List<Future<T>> atOnce(List<Callable<T>> work) throws InterruptedException {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            return people.invokeAll(work);
        }
    }

    @Test
    void whatIsLeftIsOpenedOnlyByItsReceipt() throws Exception {
        Place place = log.leave("born 1989-05-05?", questions);

        Receipt receipt = receipt(place);
        String[] parts = receipt.proof().split("\n\n", 2);
        List<String> lines = parts[0].lines().toList();
        SignedNote note = SignedNote.parse(parts[1]).orElseThrow();
        Checkpoint checkpoint = Checkpoint.parse(note.text()).orElseThrow();
        assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
        assertThat(lines.get(1)).isEqualTo("index " + place.index());
        List<Hash> path =
                lines.stream().skip(2).map(line -> Hash.parse(line).orElseThrow()).toList();
        assertThat(note.isSignedBy(VerifierKey.parse(log.verifierKey()).orElseThrow())).isTrue();
        assertThat(
                        Proof.includes(
                                Hash.leaf(receipt.opened().entry()),
                                place.index(),
                                checkpoint.size(),
                                path,
                                checkpoint.root()))
                .isTrue();
        assertThat(receipt.opened().text()).isEqualTo("born 1989-05-05?");
        assertThat(receipt.opened().place()).isEqualTo(place);
        assertThat(receipt.toString()).doesNotContain("1989");
    }

    @Test
    void anyoneReadsTheLogAndNobodyReadsARecordInIt() throws Exception {
        Place place = log.leave("who asks?", questions);
        Receipt receipt = receipt(place);

        var visitor = new Visitor(port);
        Visitor.Page page = visitor.open("/evidence/checkpoint");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.raw().headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(page.raw().headers().firstValue("Cache-Control")).hasValue("max-age=1");
        assertThat(page.raw().headers().map()).doesNotContainKey("Set-Cookie");
        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(page.body()).orElseThrow().text()).orElseThrow();
        assertThat(checkpoint.origin()).isEqualTo("dargah/IR-08/evidence");
        assertThat(checkpoint.size()).isGreaterThan(place.index());

        Tile bundle = Tile.in(checkpoint.size(), Tile.ENTRIES, place.index() / Tile.FULL);
        byte[] entry =
                Bundle.entries(log.tile(bundle).orElseThrow())
                        .orElseThrow()
                        .get((int) (place.index() % Tile.FULL));
        assertThat(entry).isEqualTo(receipt.opened().entry());
        Visitor.Page served = visitor.open("/evidence/tile/" + bundle.address());
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.raw().headers().firstValue("Content-Type"))
                .hasValue("application/octet-stream");
        assertThat(served.raw().headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(visitor.open("/evidence/key").body().strip()).isEqualTo(log.verifierKey());
        for (String absent : List.of("0/999", "0/x000/000", "9/000", "nothing", "0/000.p/256")) {
            assertThat(visitor.open("/evidence/tile/" + absent).status()).isEqualTo(404);
        }
    }

    @Test
    void hundredsAtOnceGetEachAPlaceOfTheirOwn() throws Exception {
        var work = new ArrayList<Callable<Place>>();
        for (int i = 0; i < 700; i++) {
            String question = "question " + i;
            work.add(() -> log.leave(question, questions));
        }
        var places = new HashSet<Long>();
        for (Future<Place> one : atOnce(work)) {
            places.add(one.get().index());
        }

        assertThat(places).hasSize(700);
        assertThat(
                        jdbc.queryForList(
                                "select leaf_index from public.question_of_a_test", Long.class))
                .containsExactlyInAnyOrderElementsOf(places);
        long newest = places.stream().mapToLong(Long::longValue).max().orElseThrow();
        receipt(new Place(newest, log.opened(newest).orElseThrow().place().id()));
    }

    @Test
    void whoeverIsGuiltyFailsAlone() throws Exception {
        var work = new ArrayList<Callable<Place>>();
        for (int i = 0; i < 40; i++) {
            String question = i % 20 == 7 ? "the same" : "question " + i;
            work.add(() -> log.leave(question, questions));
        }

        long refused =
                atOnce(work).stream().filter(one -> one.state() == Future.State.FAILED).count();

        assertThat(refused).isEqualTo(1);
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from public.question_of_a_test", Long.class))
                .isEqualTo(39);
        assertThatThrownBy(() -> log.leave("the same", questions)).isInstanceOf(NotKept.class);
    }

    @Test
    void aRecordIsNeverChangedNorTakenAway() {
        long index = log.leave("once and for all", questions).index();

        for (String change :
                Arrays.asList(
                        "update evidence.record set record = '' where leaf_index = " + index,
                        "delete from evidence.record where leaf_index = " + index,
                        "truncate evidence.record")) {
            assertThatThrownBy(() -> jdbc.execute(change)).hasMessageContaining("append-only");
        }
    }
}
