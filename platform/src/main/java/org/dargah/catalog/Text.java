package org.dargah.catalog;

import java.util.Locale;

/** A sentence of a pack in the two languages of the house. */
public record Text(String fa, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : fa;
    }
}
