package org.dargah.inquiries.xroad;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of an X-Road identifier, each percent-encoded UTF-8 on its own. */
record Identifier(List<String> parts) {

    /** X-Road keeps 255 signs of each. */
    private static final int LONGEST = 255;

    Identifier {
        parts = List.copyOf(parts);
    }

    static Identifier of(String... parts) {
        return new Identifier(List.of(parts));
    }

    /** Empty unless it has so many parts, none of them empty or holding what no identifier may. */
    static Optional<Identifier> parse(String text, int count) {
        var parts = new ArrayList<String>();
        for (String raw : text.split("/", -1)) {
            Optional<String> part = decoded(raw).filter(Identifier::isPart);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return parts.size() == count ? Optional.of(new Identifier(parts)) : Optional.empty();
    }

    private static boolean isPart(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(c -> c < ' ' || c == 0x7f || "/\\;:%".indexOf(c) >= 0)
                && !text.equals(".")
                && !text.equals("..");
    }

    /** Empty when an escape is broken or the bytes are no UTF-8. */
    private static Optional<String> decoded(String raw) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else if (i + 2 < raw.length()
                    && raw.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(raw, i + 1, i + 3, 16));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    Identifier below(String part) {
        var longer = new ArrayList<>(parts);
        longer.add(part);
        return new Identifier(longer);
    }

    String part(int index) {
        return parts.get(index);
    }

    /** As it stands in a header or a path. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
