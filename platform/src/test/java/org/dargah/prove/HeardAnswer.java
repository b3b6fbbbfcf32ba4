package org.dargah.prove;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An answer that a program has received whole, as it writes it down.
 *
 * @param inquiry by which its receipt is asked for
 * @param message the program's own id of it
 * @param way {@code message} (X-Road), {@code fields} or {@code match}
 * @param person whom it was about
 * @param body of the answer, to the last byte
 */
record HeardAnswer(String inquiry, String message, String way, String person, String body) {

    String line() {
        String packed = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return String.join(" ", inquiry, message, way, person, packed);
    }

    static HeardAnswer of(String line) {
        String[] parts = line.split(" ", 5);
        return new HeardAnswer(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                new String(Base64.getDecoder().decode(parts[4]), StandardCharsets.UTF_8));
    }
}
