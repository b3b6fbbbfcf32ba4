package org.dargah.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dargah.evidence.note.KeyType;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.SigningKey;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes a published log; anyone who looks at its tiles can say where. */
class CatchingAChangedLogTest {

    private static final int SIZE = 700;

    @TempDir Path folder;
    private final SigningKey key = SigningKey.make("dargah/IR-08/evidence", KeyType.NOTE);
    private final List<byte[]> entries = PublishedLog.entries(SIZE);
    private PublishedLog log = new PublishedLog(Path.of("."), key);
    private SignedNote seen = new SignedNote("\n", List.of());

    @BeforeEach
    void publish() throws IOException {
        log = new PublishedLog(folder, key);
        log.publish(entries.subList(0, 300));
        seen = log.publish(entries);
    }

    private static String sentence(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return verdict.sentence();
    }

    private List<byte[]> altered(int index) {
        var altered = new ArrayList<>(entries);
        altered.set(index, Hash.sha256().digest(new byte[] {1, 2, 3}));
        return altered;
    }

    private void alterEntry(int index) {
        Tile bundle = Tile.in(SIZE, Tile.ENTRIES, index / Tile.FULL);
        int first = index / Tile.FULL * Tile.FULL;
        log.write(bundle, Bundle.of(altered(index).subList(first, first + bundle.width())));
    }

    private void alterLeaf(int index) throws IOException {
        Tile tile = Tile.in(SIZE, 0, index / Tile.FULL);
        byte[] hashes = Files.readAllBytes(log.file(tile));
        byte[] other = Hash.leaf(altered(index).get(index)).bytes();
        System.arraycopy(other, 0, hashes, index % Tile.FULL * Hash.BYTES, Hash.BYTES);
        log.write(tile, hashes);
    }

    @Test
    void anUnchangedLogIsClean() {
        assertThat(log.verify(null)).isInstanceOf(Verdict.Clean.class);
        assertThat(log.verify(seen)).isInstanceOf(Verdict.Clean.class);
    }

    @Test
    void anAlteredEntryIsNamed() {
        alterEntry(513);
        alterEntry(301);
        assertThat(sentence(log.verify(null))).startsWith("Entry 301 was altered");
    }

    @Test
    void anAlteredLeafIsNamed() throws IOException {
        alterLeaf(17);
        assertThat(sentence(log.verify(null))).startsWith("Leaf 17 in tile/0/000 was altered");
    }

    @Test
    void anEntryAlteredWithItsLeafIsFoundOneLevelUp() throws IOException {
        alterEntry(301);
        alterLeaf(301);
        assertThat(sentence(log.verify(null))).contains("one of the entries 256 to 511");
    }

    @Test
    void anEntryAlteredWithAllThatFollowsIsFoundByTheSignedRoot() throws IOException {
        log.publish(altered(301));
        Files.writeString(folder.resolve("checkpoint"), seen.toString());
        assertThat(sentence(log.verify(null))).contains("the checkpoint says");
    }

    @Test
    void aRemovedEntryIsMissed() {
        Tile bundle = Tile.in(SIZE, Tile.ENTRIES, 1);
        var rest = new ArrayList<>(entries.subList(256, 512));
        rest.remove(100);
        log.write(bundle, Bundle.of(rest));
        assertThat(sentence(log.verify(null)))
                .startsWith("Entries were removed: of the entries from 256 on");
    }

    @Test
    void aRemovedTileIsMissed() throws IOException {
        Files.delete(log.file(new Tile(1, 0, 2)));
        assertThat(sentence(log.verify(null))).contains("tile/1/000.p/2 is not there");
    }

    /** Signed by the log's own key, so that only whoever remembers can tell. */
    @Test
    void aForkedLogIsCaughtByWhoeverLookedBefore() throws IOException {
        log.publish(altered(301));
        assertThat(log.verify(null)).isInstanceOf(Verdict.Clean.class);
        assertThat(sentence(log.verify(seen))).startsWith("The log was forked");
    }

    @Test
    void aShortenedLogIsCaughtByWhoeverLookedBefore() throws IOException {
        log.publish(entries.subList(0, 699));
        assertThat(sentence(log.verify(seen))).startsWith("The log was shortened");
    }

    @Test
    void aLogSignedByAnotherKeyIsNone() throws IOException {
        new PublishedLog(folder, SigningKey.make("dargah/IR-08/evidence", KeyType.NOTE))
                .publish(entries);
        assertThat(sentence(log.verify(null))).contains("not signed by");
    }

    @Test
    void withoutTheLogNobodyCanTell() throws IOException {
        Files.delete(folder.resolve("checkpoint"));
        assertThat(log.verify(null)).isInstanceOf(Verdict.Unknown.class);
    }
}
