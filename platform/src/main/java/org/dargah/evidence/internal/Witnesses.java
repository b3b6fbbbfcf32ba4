package org.dargah.evidence.internal;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.evidence.EvidenceSettings;
import org.dargah.evidence.EvidenceSettings.WitnessAddress;
import org.dargah.evidence.note.KeyType;
import org.dargah.evidence.note.NoteSignature;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.evidence.tree.Tiles;
import org.springframework.stereotype.Component;

/** Asks all witnesses at once and waits no longer than the slowest may take. */
@Component
public final class Witnesses implements AutoCloseable {

    private final HttpClient http;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AskedWitness> witnesses;

    public Witnesses(EvidenceSettings settings) {
        Duration patience = settings.witnessPatience();
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .build();
        this.witnesses =
                settings.witnesses().stream().map(named -> asked(named, patience)).toList();
    }

    private AskedWitness asked(WitnessAddress named, Duration patience) {
        VerifierKey key =
                VerifierKey.parse(named.key())
                        .filter(one -> one.type() == KeyType.COSIGNATURE)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "dargah.evidence.witnesses names no witness's key: "
                                                        + named.key()));
        return new AskedWitness(named.url(), key, http, patience);
    }

    long silent() {
        return witnesses.stream().filter(AskedWitness::isSilent).count();
    }

    boolean someLack(SignedNote note) {
        return witnesses.stream().anyMatch(witness -> witness.lacks(note));
    }

    /** The note with the signatures of those who have not signed it yet, and answered. */
    SignedNote cosigned(SignedNote note, Tiles tiles) {
        List<Future<Optional<NoteSignature>>> asked =
                witnesses.stream()
                        .filter(witness -> witness.lacks(note))
                        .map(witness -> askers.submit(() -> witness.cosign(note, tiles)))
                        .toList();
        SignedNote cosigned = note;
        for (Future<Optional<NoteSignature>> one : asked) {
            Optional<NoteSignature> signature = result(one);
            if (signature.isPresent()) {
                cosigned = cosigned.with(signature.get());
            }
        }
        return cosigned;
    }

    private static Optional<NoteSignature> result(Future<Optional<NoteSignature>> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        askers.close();
        http.shutdownNow();
    }
}
