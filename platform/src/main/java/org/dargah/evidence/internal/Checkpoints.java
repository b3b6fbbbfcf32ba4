package org.dargah.evidence.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.internal.CheckpointRows.Signed;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Growth;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tree from the committed records: tiles, then a signed checkpoint, in one transaction
 * that no other program can be in. The tree always goes on from the last checkpoint in the
 * database, so that every checkpoint extends the one before, whoever made it.
 */
@Component
public final class Checkpoints {

    /** As many as fit into memory several times over; what is beyond comes with the next round. */
    private static final int MOST_AT_ONCE = 50 * Tile.FULL;

    private final LogRows records;
    private final CheckpointRows checkpoints;
    private final TileRows tiles;
    private final LogKey key;
    private final Clock clock;
    private final Province province;
    private final TransactionTemplate transaction;

    /** As of the last checkpoint that this program made; another may have made one since. */
    private @Nullable Growth growth;

    private List<byte[]> bundle = new ArrayList<>();

    public Checkpoints(
            LogRows records,
            CheckpointRows checkpoints,
            JdbcClient jdbc,
            LogKey key,
            Clock clock,
            @Value("${dargah.province}") String province,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.checkpoints = checkpoints;
        this.key = key;
        this.clock = clock;
        this.province = new Province(province);
        this.tiles = new TileRows(jdbc, this.province);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tiles as they stand in the database. */
    public TileRows tiles() {
        return tiles;
    }

    /** What anyone may see; empty only until the first start has made its first. */
    public Optional<SignedNote> published() {
        return checkpoints.publishedNote(province);
    }

    /**
     * Signs what has been committed since, if anything was.
     *
     * @return the newest checkpoint, if it is not public yet
     */
    Optional<SignedNote> advance() {
        try {
            return Optional.ofNullable(transaction.execute(status -> next().orElse(null)));
        } catch (RuntimeException e) {
            growth = null;
            throw e;
        }
    }

    private Optional<SignedNote> next() {
        checkpoints.lock(province);
        Optional<Signed> newest = checkpoints.newest(province);
        long size = newest.map(one -> one.checkpoint().size()).orElse(0L);
        List<byte[]> entries = records.entries(province, size, MOST_AT_ONCE);
        if (newest.isPresent() && entries.isEmpty()) {
            return newest.filter(one -> !one.published()).map(Signed::note);
        }
        Growth grown = grown(newest, size);
        entries.forEach(entry -> append(grown, entry));
        grown.edge(tiles::put);
        if (!bundle.isEmpty()) {
            tiles.put(bundleTile(grown.size() - 1), Bundle.of(bundle));
        }
        var checkpoint = new Checkpoint(key.origin(), grown.size(), grown.root());
        var note = new SignedNote(checkpoint.text(), List.of());
        SignedNote signed = note.with(key.key().sign(note.text(), clock.instant()));
        checkpoints.add(province, checkpoint, signed, clock.instant());
        return Optional.of(signed);
    }

    /** The tree at the last checkpoint; one that does not give its root is never built upon. */
    private Growth grown(Optional<Signed> newest, long size) {
        Growth known = growth;
        if (known == null || known.size() != size) {
            known = Growth.resume(tiles, size);
            int width = (int) (size % Tile.FULL);
            bundle =
                    width == 0
                            ? new ArrayList<>()
                            : new ArrayList<>(
                                    Bundle.entries(tiles.read(bundleTile(size - 1))).orElseThrow());
            growth = known;
        }
        Hash root = known.root();
        if (newest.isPresent() && !newest.get().checkpoint().root().equals(root)) {
            throw new IllegalStateException(
                    "The tiles do not give the root of the checkpoint of " + size + " leaves");
        }
        return known;
    }

    private void append(Growth grown, byte[] entry) {
        bundle.add(entry);
        if (bundle.size() == Tile.FULL) {
            tiles.put(bundleTile(grown.size()), Bundle.of(bundle));
            bundle.clear();
        }
        grown.append(Hash.leaf(entry), tiles::put);
    }

    /** The bundle in which this entry is the last. */
    private static Tile bundleTile(long index) {
        return new Tile(Tile.ENTRIES, index / Tile.FULL, (int) (index % Tile.FULL) + 1);
    }

    void publish(SignedNote note) {
        long size = Checkpoint.parse(note.text()).orElseThrow().size();
        checkpoints.publish(province, size, note);
    }

    void thinOut() {
        checkpoints.thinOut(province, clock.instant());
    }
}
