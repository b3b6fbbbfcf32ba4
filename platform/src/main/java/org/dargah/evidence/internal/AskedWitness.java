package org.dargah.evidence.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.NoteSignature;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.evidence.note.WitnessRequest;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tiles;
import org.dargah.evidence.tree.Tree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One witness of this log, and what it saw last. */
final class AskedWitness {

    private static final Logger LOG = LoggerFactory.getLogger(AskedWitness.class);

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final URI address;
    private final VerifierKey key;
    private final HttpClient http;
    private final Duration patience;

    /** What it last said of itself; it is asked again after each disagreement. */
    private long seen;

    private volatile boolean silent;

    AskedWitness(URI url, VerifierKey key, HttpClient http, Duration patience) {
        this.address = URI.create(url.toString().replaceFirst("/+$", "") + "/add-checkpoint");
        this.key = key;
        this.http = http;
        this.patience = patience;
    }

    boolean isSilent() {
        return silent;
    }

    boolean lacks(SignedNote note) {
        return !note.isSignedBy(key);
    }

    /** Its signature under the checkpoint; empty when it does not answer, or refuses. */
    Optional<NoteSignature> cosign(SignedNote note, Tiles tiles) {
        Checkpoint checkpoint = Checkpoint.parse(note.text()).orElseThrow();
        try {
            HttpResponse<String> answer = ask(note, checkpoint, tiles);
            if (answer.statusCode() == CONFLICT && learn(answer.body(), checkpoint)) {
                answer = ask(note, checkpoint, tiles);
            }
            if (answer.statusCode() == OK) {
                return accepted(note, checkpoint, answer.body());
            }
            complain("answers " + answer.statusCode() + " " + answer.body().strip());
        } catch (IOException e) {
            complain("does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private HttpResponse<String> ask(SignedNote note, Checkpoint checkpoint, Tiles tiles)
            throws IOException, InterruptedException {
        long old = Math.min(seen, checkpoint.size());
        List<Hash> proof = new Tree(tiles, checkpoint.size()).consistency(old);
        return http.send(
                HttpRequest.newBuilder(address)
                        .timeout(patience)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        new WitnessRequest(old, proof, note).toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** True when asking again can help. */
    private boolean learn(String body, Checkpoint checkpoint) {
        if (!body.strip().matches("[0-9]{1,18}")) {
            return false;
        }
        long says = Long.parseLong(body.strip());
        boolean changed = says != Math.min(seen, checkpoint.size());
        seen = says;
        return changed && says <= checkpoint.size();
    }

    private Optional<NoteSignature> accepted(SignedNote note, Checkpoint checkpoint, String lines) {
        seen = checkpoint.size();
        Optional<NoteSignature> signature =
                SignedNote.parse(note.text() + "\n" + lines)
                        .flatMap(signed -> signed.signatureOf(key));
        if (signature.isEmpty()) {
            complain("signs with another key than " + key);
        } else if (silent) {
            silent = false;
            LOG.info("The witness {} cosigns again", key.name());
        }
        return signature;
    }

    /** Once for each silence: the log goes on without it. */
    private void complain(String what) {
        if (!silent) {
            silent = true;
            LOG.warn("The witness {} at {} {}", key.name(), address, what);
        }
    }
}
