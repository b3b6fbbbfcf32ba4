package org.dargah.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A private record with the salt that opens its public entry: only for whoever is entitled. */
public final class Opened {

    private final Place place;
    private final Instant at;
    private final byte[] salt;
    private final byte[] record;

    public Opened(Place place, Instant at, byte[] salt, byte[] record) {
        this.place = place;
        this.at = at;
        this.salt = salt.clone();
        this.record = record.clone();
    }

    public Place place() {
        return place;
    }

    /** When it was left. */
    public Instant at() {
        return at;
    }

    public String saltBase64() {
        return Base64.getEncoder().encodeToString(salt);
    }

    public byte[] record() {
        return record.clone();
    }

    /** The record as the text that its kind made. */
    public String text() {
        return new String(record, StandardCharsets.UTF_8);
    }

    /** What stands in the public log when nobody changed anything. */
    public byte[] entry() {
        return Commitment.entry(salt, record);
    }

    /** Says nothing of the record. */
    @Override
    public String toString() {
        return "Opened[" + place + "]";
    }
}
