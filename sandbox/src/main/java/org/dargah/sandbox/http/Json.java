package org.dargah.sandbox.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper: dates as ISO text, unknown keys ignored, null written as null. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.ALWAYS))
                    .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Throws Jackson's exception, or IllegalArgumentException, when it is no JSON of that shape.
     */
    public static <T> T read(byte[] text, Class<T> shape) {
        @Nullable T value = MAPPER.readValue(text, shape);
        if (value == null) {
            throw new IllegalArgumentException("null is no " + shape.getSimpleName());
        }
        return value;
    }
}
