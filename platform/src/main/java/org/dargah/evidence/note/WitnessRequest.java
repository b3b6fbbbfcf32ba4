package org.dargah.evidence.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.tree.Hash;

/**
 * What a log sends to a witness: {@code POST add-checkpoint} of C2SP tlog-witness.
 *
 * @param old how many leaves the witness saw last
 */
public record WitnessRequest(long old, List<Hash> proof, SignedNote note) {

    private static final int LONGEST_PROOF = 63;

    public WitnessRequest {
        proof = List.copyOf(proof);
    }

    /** Empty for anything that is not written exactly so. */
    public static Optional<WitnessRequest> parse(String body) {
        int blank = body.indexOf("\n\n");
        if (blank < 0) {
            return Optional.empty();
        }
        List<String> lines = body.substring(0, blank).lines().toList();
        if (lines.isEmpty()
                || lines.size() > LONGEST_PROOF + 1
                || !lines.getFirst().matches("old (0|[1-9][0-9]{0,17})")) {
            return Optional.empty();
        }
        var proof = new ArrayList<Hash>();
        for (String line : lines.subList(1, lines.size())) {
            Hash.parse(line).ifPresent(proof::add);
        }
        if (proof.size() != lines.size() - 1) {
            return Optional.empty();
        }
        long old = Long.parseLong(lines.getFirst().substring("old ".length()));
        return SignedNote.parse(body.substring(blank + 2))
                .map(note -> new WitnessRequest(old, proof, note));
    }

    /** As it is sent. */
    @Override
    public String toString() {
        var body = new StringBuilder("old " + old + "\n");
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(note).toString();
    }
}
