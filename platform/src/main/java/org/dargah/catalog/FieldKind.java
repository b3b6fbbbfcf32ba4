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
    FILE,
    /** Ten digits with a check digit, of a person. */
    NATIONAL_ID,
    /** Eleven digits with a check digit, of a company. */
    LEGAL_ID,
    /** A bank account; kept as IR and 24 digits. */
    SHEBA,
    /** Money, kept as a whole number. */
    RIAL,
    /** A number plate, typed in its parts and kept as 12ب345-65. */
    PLATE,
    /** A place, kept as {@code lat} and {@code lon} in degrees. */
    MAP_POINT,
    /** Rows of columns that have kinds themselves, up to thousands. */
    TABLE;

    /** As form.json writes it: {@code national-id}. */
    public static FieldKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
