package org.dargah.catalog;

import java.util.Locale;

/** The moments of life by which people look for a service («رویدادهای زندگی»). */
public enum LifeEvent {
    BIRTH,
    BUSINESS,
    LAND,
    INVESTMENT,
    EDUCATION,
    TRANSPORT,
    HEALTH,
    RETIREMENT;

    /** As packs and URLs write it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
