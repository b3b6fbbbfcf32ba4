package org.dargah.ui;

import org.dargah.kernel.MapPoint;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a summary list.
 *
 * @param source where it comes from, such as «از ثبت احوال»; empty when the person wrote it
 * @param code true for codes and numbers that stand left to right
 * @param change where it can be changed, or null
 * @param place what a map shows of it, or null
 */
public record Row(
        String name,
        String value,
        String source,
        boolean code,
        @Nullable String change,
        @Nullable MapPoint place) {

    public Row(String name, String value, String source, boolean code, @Nullable String change) {
        this(name, value, source, code, change, null);
    }

    public Row(String name, String value) {
        this(name, value, "", false, null);
    }

    public static Row code(String name, String value) {
        return new Row(name, value, "", true, null);
    }

    public static Row place(String name, MapPoint point) {
        return new Row(name, point.text(), "", true, null, point);
    }

    public Row from(String text) {
        return new Row(name, value, text, code, change, place);
    }

    public Row changeAt(String href) {
        return new Row(name, value, source, code, href, place);
    }
}
