package org.dargah.machine.web;

import java.time.Duration;
import org.dargah.machine.Sign;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;

/** A figure as people read it. */
final class Reading {

    private static final double GIGA = 1e9;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Reading() {}

    static String of(Sign sign, double figure, Words words) {
        if (Double.isNaN(figure)) {
            return words.t("machine.figure.unknown");
        }
        return switch (sign.unit()) {
            case COUNT -> words.number((long) figure);
            case SECONDS -> age((long) figure, words);
            case BYTES -> words.t("machine.gigabytes", words.decimal(figure / GIGA, 1));
        };
    }

    private static String age(long seconds, Words words) {
        if (seconds >= DAY) {
            return words.t("machine.age.days", seconds / DAY);
        }
        if (seconds >= HOUR) {
            return words.t("machine.age.hours", seconds / HOUR);
        }
        return seconds >= MINUTE
                ? words.t("machine.age.minutes", seconds / MINUTE)
                : words.t("machine.age.seconds", seconds);
    }

    static String took(Duration time, Words words) {
        return words.t("machine.milliseconds", time.toMillis());
    }

    static Tone tone(Sign.Level level) {
        return switch (level) {
            case FINE -> Tone.OK;
            case LOOK -> Tone.WARN;
            case ACT -> Tone.ERR;
            case KNOW -> Tone.INFO;
            case UNKNOWN -> Tone.WARN;
        };
    }
}
