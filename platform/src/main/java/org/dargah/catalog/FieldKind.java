package org.dargah.catalog;

import java.util.Locale;

/** The kinds of question that a form may ask. */
public enum FieldKind {
    TEXT,
    TEXTAREA,
    NUMBER,
    /** Ten digits; the address comes from the Post. */
    POSTCODE,
    MOBILE,
    CHOICE,
    /** Typed in three Jalali fields, kept as an ISO date. */
    DATE,
    /** Kept as the id of the stored document. */
    FILE;

    static FieldKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
