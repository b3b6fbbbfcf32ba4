package org.dargah.catalog;

/**
 * Why a pack is refused.
 *
 * @param line in the file, counted from 1; 0 when the whole file is meant
 * @param field the place inside the file, such as {@code /conditions/2/text}; empty if none
 */
public record Problem(String file, int line, String field, String what) {

    public static Problem of(String file, String what) {
        return new Problem(file, 0, "", what);
    }

    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line : "")
                + (field.isEmpty() ? "" : " " + field)
                + ": "
                + what;
    }
}
