package org.dargah.catalog;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The registered facts of a service («شناسنامهٔ خدمت»), beyond what its texts tell. Versions from
 * before a fact was asked for do not have it.
 *
 * @param audiences whom the service is for
 * @param lifeEvent the moment of a person's life in which it is looked for
 * @param businessEvent the moment in the life of a business, where there is one
 * @param yearlyVolume how often it is given a year
 * @param meanTime from application to answer, on average; days are working days
 * @param visitsBefore how often a person had to go somewhere before the service came here
 * @param visits how often still
 */
public record IdentityCard(
        Set<Audience> audiences,
        Optional<Nature> nature,
        Optional<Level> level,
        LifeEvent lifeEvent,
        Optional<BusinessEvent> businessEvent,
        Optional<Trigger> trigger,
        Text legalBasis,
        OptionalInt yearlyVolume,
        Optional<Duration> meanTime,
        OptionalInt visitsBefore,
        int visits) {

    /** An act of state («حاکمیتی»), or one that others could also give («تصدی‌گری»). */
    public enum Nature {
        SOVEREIGN,
        COMMERCIAL
    }

    /** Where the service is decided. */
    public enum Level {
        NATIONAL,
        PROVINCIAL,
        COUNTY,
        RURAL
    }

    /** What makes the service begin. */
    public enum Trigger {
        /** Somebody asks for it. */
        REQUEST,
        /** A certain day comes. */
        DATE,
        /** Something happens, such as a birth. */
        EVENT,
        /** The agency finds that it is needed. */
        AGENCY
    }

    /** The moments of a business («رویدادهای کسب‌وکار»). */
    public enum BusinessEvent {
        START,
        PERMIT,
        PREMISES,
        STAFF,
        FINANCE,
        TAX,
        TRADE,
        CHANGE,
        CLOSE
    }

    public IdentityCard {
        audiences = Set.copyOf(audiences);
    }

    /** As packs, messages and the API write a word of the card. */
    public static String slug(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
