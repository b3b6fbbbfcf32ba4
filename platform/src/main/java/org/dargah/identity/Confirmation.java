package org.dargah.identity;

import java.time.Duration;

/** What the civil registry says of someone who claims a national id and a birth date. */
public sealed interface Confirmation {

    /** Such a person lives; what the registry told is now stored under their id. */
    record Confirmed(Person person) implements Confirmation {}

    /** The registry knows no such national id. */
    record Unknown() implements Confirmation {}

    /** The national id has another birth date. */
    record BirthDateDiffers() implements Confirmation {}

    /** The person has died. Told only to one who knows the birth date. */
    record Deceased() implements Confirmation {}

    /** No answer came. */
    record Unreachable(Duration retryAfter) implements Confirmation {}
}
