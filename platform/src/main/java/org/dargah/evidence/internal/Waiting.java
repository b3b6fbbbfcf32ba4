package org.dargah.evidence.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dargah.evidence.Commitment;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.Place;

/** A record on its way into the log, and the one who waits for it. */
final class Waiting<T> {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final T thing;
    private final Evident<T> kind;
    private final UUID id;
    private final Instant at;
    private final byte[] salt = new byte[Commitment.SALT_BYTES];
    private final byte[] record;
    private final byte[] entry;
    private final CompletableFuture<Place> place = new CompletableFuture<>();

    Waiting(T thing, Evident<T> kind, byte[] record, UUID id, Instant at) {
        this.thing = thing;
        this.kind = kind;
        this.record = record;
        this.id = id;
        this.at = at;
        RANDOM.nextBytes(salt);
        this.entry = Commitment.entry(salt, record);
    }

    Evident<T> kind() {
        return kind;
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    byte[] salt() {
        return salt;
    }

    byte[] record() {
        return record;
    }

    byte[] entry() {
        return entry;
    }

    CompletableFuture<Place> place() {
        return place;
    }

    Left<T> left(long index) {
        return new Left<>(new Place(index, id), thing);
    }
}
