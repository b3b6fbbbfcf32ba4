package org.dargah.documents.internal;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The kinds of files that are accepted, told by how they begin and never by their names. */
public enum FileKind {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a");

    private final String mediaType;
    private final String start;

    FileKind(String mediaType, String start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    public static @Nullable FileKind of(byte[] head) {
        return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst().orElse(null);
    }

    private boolean begins(byte[] head) {
        return HexFormat.of().formatHex(head).startsWith(start);
    }

    public String mediaType() {
        return mediaType;
    }
}
