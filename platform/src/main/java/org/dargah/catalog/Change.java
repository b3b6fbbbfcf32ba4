package org.dargah.catalog;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.dargah.kernel.ServiceCode;

/**
 * Something that became of a service as a whole.
 *
 * @param version that is current since, or that was the last one before a retirement
 * @param number of that version
 * @param by name and title of who did it; empty for the folder of packs
 * @param reason in the words of who did it; empty if none was asked for
 */
public record Change(
        ServiceCode service,
        Kind kind,
        VersionId version,
        int number,
        Origin origin,
        String by,
        String reason,
        Instant at) {

    /** What happened. */
    public enum Kind {
        /** A new version became the current one. */
        PUBLISHED,
        /** An earlier version became the current one again. */
        RETURNED_TO,
        /** The agency takes no new applications until it publishes the service anew. */
        RETIRED,
        /** Its folder is gone. */
        WITHDRAWN;

        /** As the table and the messages write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(code));
        }
    }

    /** By which door a version came. */
    public enum Origin {
        FOLDER,
        BROWSER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Origin of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
