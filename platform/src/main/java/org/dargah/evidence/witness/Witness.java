package org.dargah.evidence.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.Durable;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.SigningKey;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.evidence.note.WitnessRequest;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Proof;

/**
 * Remembers the last checkpoint of each log that it knows and cosigns only what extends it (C2SP
 * tlog-witness). A log that shows different people different pasts is caught here.
 */
public final class Witness {

    /** What the log is told, with the status that C2SP tlog-witness gives it. */
    public sealed interface Answer permits Cosigned, Refused {}

    /** The signature line. */
    public record Cosigned(String line) implements Answer {}

    public record Refused(Reason reason, String text) implements Answer {}

    /** Why not. */
    public enum Reason {
        MALFORMED(400),
        UNSIGNED(403),
        UNKNOWN_LOG(404),
        /** The text is the size that the witness saw last. */
        OTHER_SIZE(409),
        /** Two pasts of the same length: a fork. */
        OTHER_ROOT(409),
        NO_EXTENSION(422);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Path folder;
    private final SigningKey key;
    private final List<VerifierKey> logs;
    private final Clock clock;

    /**
     * @param folder of what it saw; nobody else writes there
     * @param logs whose checkpoints it cosigns
     */
    public Witness(Path folder, SigningKey key, List<VerifierKey> logs, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.logs = List.copyOf(logs);
        this.clock = clock;
    }

    /** One at a time, so that what is compared is what is then replaced. */
    public synchronized Answer add(String body) throws IOException {
        Optional<WitnessRequest> request = WitnessRequest.parse(body);
        if (request.isEmpty()) {
            return new Refused(Reason.MALFORMED, "This is no request of tlog-witness.");
        }
        SignedNote note = request.get().note();
        Optional<Checkpoint> checkpoint = Checkpoint.parse(note.text());
        if (checkpoint.isEmpty()) {
            return new Refused(Reason.MALFORMED, "This is no checkpoint.");
        }
        String origin = checkpoint.get().origin();
        List<VerifierKey> keys = logs.stream().filter(log -> log.name().equals(origin)).toList();
        if (keys.isEmpty()) {
            return new Refused(Reason.UNKNOWN_LOG, "This log is not known here.");
        }
        if (keys.stream().noneMatch(note::isSignedBy)) {
            return new Refused(Reason.UNSIGNED, "The log's signature is missing or wrong.");
        }
        return compare(request.get(), checkpoint.get());
    }

    private Answer compare(WitnessRequest request, Checkpoint checkpoint) throws IOException {
        if (request.old() > checkpoint.size()) {
            return new Refused(Reason.MALFORMED, "The old size is above the new one.");
        }
        Checkpoint last = last(checkpoint.origin());
        if (request.old() != last.size()) {
            return new Refused(Reason.OTHER_SIZE, "" + last.size());
        }
        if (last.size() == checkpoint.size() && !last.root().equals(checkpoint.root())) {
            return new Refused(Reason.OTHER_ROOT, "" + last.size());
        }
        if (!Proof.extend(
                last.size(), last.root(), checkpoint.size(), checkpoint.root(), request.proof())) {
            return new Refused(Reason.NO_EXTENSION, "The log does not extend what was seen.");
        }
        // On the disk before anyone hears of it: a signature forgotten could be given twice.
        Durable.replace(file(checkpoint.origin()), request.note().toString());
        return new Cosigned(key.sign(request.note().text(), clock.instant()).line());
    }

    /** What it saw last of this log; at first, a log without leaves. */
    private Checkpoint last(String origin) throws IOException {
        Path file = file(origin);
        if (Files.notExists(file)) {
            return new Checkpoint(origin, 0, Hash.nothing());
        }
        return SignedNote.parse(Files.readString(file))
                .flatMap(note -> Checkpoint.parse(note.text()))
                .filter(checkpoint -> checkpoint.origin().equals(origin))
                .orElseThrow(() -> new IOException(file + " is no checkpoint of " + origin));
    }

    private Path file(String origin) {
        byte[] name = Hash.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(name, 0, 8) + ".checkpoint");
    }

    public VerifierKey key() {
        return key.verifier();
    }
}
