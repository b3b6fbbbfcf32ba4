package org.dargah.evidence.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.evidence.tree.TileMissing;
import org.jspecify.annotations.Nullable;

/**
 * Checks a log from what it publishes and nothing else: signatures, every entry, every tile, the
 * root, and that it extends what was seen before.
 *
 * @param key whose signature the checkpoint must have
 * @param witnesses who must have cosigned it
 * @param before a checkpoint seen earlier, null at first
 * @param records the private side, for the operator; null for everybody else
 */
public record Verifier(
        LogSource log,
        VerifierKey key,
        List<VerifierKey> witnesses,
        @Nullable SignedNote before,
        @Nullable Records records) {

    public Verifier {
        witnesses = List.copyOf(witnesses);
    }

    public Verdict verify() {
        try {
            Optional<byte[]> served = log.get("checkpoint");
            if (served.isEmpty()) {
                return new Verdict.Unknown("There is no checkpoint: is this the log's address?");
            }
            return SignedNote.parse(new String(served.get(), StandardCharsets.UTF_8))
                    .map(this::verify)
                    .orElseGet(() -> new Verdict.Wrong("The checkpoint is no signed note."));
        } catch (IOException | UncheckedIOException e) {
            return new Verdict.Unknown("The log cannot be read: " + e.getMessage());
        }
    }

    private Verdict verify(SignedNote note) {
        Optional<Checkpoint> read = Checkpoint.parse(note.text());
        if (read.isEmpty()) {
            return new Verdict.Wrong("The signed note is no checkpoint.");
        }
        Checkpoint checkpoint = read.get();
        return unsigned(note, checkpoint)
                .or(() -> shortened(checkpoint))
                .or(() -> different(checkpoint))
                .<Verdict>map(Verdict.Wrong::new)
                .orElseGet(() -> new Verdict.Clean(note, clean(checkpoint)));
    }

    private Optional<String> unsigned(SignedNote note, Checkpoint checkpoint) {
        if (!note.isSignedBy(key)) {
            return Optional.of("The checkpoint is not signed by " + key.name() + ".");
        }
        if (!checkpoint.origin().equals(key.name())) {
            return Optional.of("The checkpoint is of another log, " + checkpoint.origin() + ".");
        }
        return witnesses.stream()
                .filter(witness -> !note.isSignedBy(witness))
                .findFirst()
                .map(one -> "The checkpoint is not cosigned by the witness " + one.name() + ".");
    }

    private Optional<Checkpoint> seen() {
        return Optional.ofNullable(before).flatMap(note -> Checkpoint.parse(note.text()));
    }

    private Optional<String> shortened(Checkpoint now) {
        return seen().filter(old -> old.size() > now.size())
                .map(
                        old ->
                                "The log was shortened: it had "
                                        + old.size()
                                        + " entries when it was last looked at, and now says "
                                        + now.size()
                                        + ".");
    }

    private Optional<String> different(Checkpoint checkpoint) {
        try {
            return new Walk(log, checkpoint, seen(), Optional.ofNullable(records)).finding();
        } catch (TileMissing e) {
            return Optional.of("Something was removed: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String clean(Checkpoint checkpoint) {
        return "Clean: "
                + checkpoint.size()
                + " entries of "
                + checkpoint.origin()
                + " give the signed root "
                + checkpoint.root()
                + seen().map(old -> ", and extend the " + old.size() + " seen before").orElse("")
                + (witnesses.isEmpty() ? "" : "; cosigned by " + witnesses.size())
                + (records == null ? "." : "; every private record opens its entry.");
    }
}
