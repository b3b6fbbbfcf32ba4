package org.dargah.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.internal.Appender;
import org.dargah.evidence.internal.Checkpoints;
import org.dargah.evidence.internal.LogKey;
import org.dargah.evidence.internal.LogRows;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.dargah.evidence.tree.Tree;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The evidence of a province: whatever is left here is durable, has its place in a public log that
 * only grows, and can be shown later with a receipt.
 */
@Component
public final class EvidenceLog {

    private final Appender appender;
    private final LogRows rows;
    private final Checkpoints checkpoints;
    private final LogKey key;
    private final Province province;

    public EvidenceLog(
            Appender appender,
            LogRows rows,
            Checkpoints checkpoints,
            LogKey key,
            @Value("${dargah.province}") String province) {
        this.appender = appender;
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.key = key;
        this.province = new Province(province);
    }

    /**
     * Returns once record, place in the log and the kind's rows are durable, all in one commit. A
     * transaction of the caller's has no part in it. Hundreds may call at once; what waits is
     * written together.
     *
     * @throws NotKept when it is not durable: then give no answer
     * @throws IllegalArgumentException for a record above 64 KiB
     */
    public <T> Place leave(T thing, Evident<T> kind) {
        return appender.append(thing, kind);
    }

    /**
     * For whoever is entitled, which the caller has decided.
     *
     * @return empty when no such record is there, or no published checkpoint speaks of it yet
     *     (about a second after it was left)
     */
    public Optional<Receipt> receipt(long index) {
        return checkpoints
                .published()
                .filter(note -> sizeOf(note) > index)
                .flatMap(note -> opened(index).map(opened -> receipt(opened, note)));
    }

    private static long sizeOf(SignedNote note) {
        return Checkpoint.parse(note.text()).orElseThrow().size();
    }

    private Receipt receipt(Opened opened, SignedNote note) {
        long index = opened.place().index();
        List<Hash> path = new Tree(checkpoints.tiles(), sizeOf(note)).inclusion(index);
        var lines = new ArrayList<String>();
        lines.add("c2sp.org/tlog-proof@v1");
        lines.add("index " + index);
        path.forEach(hash -> lines.add(hash.base64()));
        return new Receipt(String.join("\n", lines) + "\n\n" + note, opened);
    }

    /** The private record at this place, for whoever is entitled. */
    public Optional<Opened> opened(long index) {
        return rows.opened(province, index);
    }

    /** The newest public checkpoint, a signed note; empty only during the first start. */
    public Optional<String> checkpoint() {
        return checkpoints.published().map(SignedNote::toString);
    }

    /** Of the public log: hashes, or the bundle of entries on level -1. */
    public Optional<byte[]> tile(Tile tile) {
        return checkpoints.tiles().find(tile);
    }

    /** {@code name+hash+base64}: with it anyone checks the log's signatures. */
    public String verifierKey() {
        return key.key().verifier().text();
    }
}
