package org.dargah.evidence.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text ends with a line's end
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** More than any note of ours, few enough to read in no time. */
    private static final int MOST_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Empty for anything that is no signed note. */
    public static Optional<SignedNote> parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0
                || !note.endsWith("\n")
                || note.codePoints().anyMatch(sign -> sign < ' ' && sign != '\n')) {
            return Optional.empty();
        }
        List<String> lines = note.substring(blank + 2).lines().toList();
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines) {
            NoteSignature.parse(line).ifPresent(signatures::add);
        }
        return lines.isEmpty()
                        || lines.size() > MOST_SIGNATURES
                        || signatures.size() != lines.size()
                ? Optional.empty()
                : Optional.of(new SignedNote(note.substring(0, blank + 1), signatures));
    }

    /** What this key has signed, if it did; a wrong signature of its name is as none. */
    public Optional<NoteSignature> signatureOf(VerifierKey key) {
        return signatures.stream().filter(one -> key.verifies(text, one)).findFirst();
    }

    public boolean isSignedBy(VerifierKey key) {
        return signatureOf(key).isPresent();
    }

    public SignedNote with(NoteSignature more) {
        var all = new ArrayList<>(signatures);
        all.add(more);
        return new SignedNote(text, all);
    }

    /** As it is served. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
