package org.dargah.machine;

import java.util.Locale;

/**
 * One sign of how the machine feels: a figure, and from where on somebody should look, or act. What
 * it means and what to do stands in the words, under {@link #key()}, and in docs/operations.md.
 */
public enum Sign {
    DEAD_JOBS("dargah.jobs", "state", "dead", Unit.COUNT, 1, 1),
    WAITING_JOBS("dargah.jobs.oldest", "state", "waiting", Unit.SECONDS, 300, 1_800),
    RETRYING_JOBS("dargah.jobs", "state", "retrying", Unit.COUNT, 1, Sign.NEVER),
    UNHEARD_NEWS("dargah.news.oldest", Unit.SECONDS, 420, 1_800),
    WAITING_SMS("dargah.sms.oldest", Unit.SECONDS, 600, 3_600),
    // A payer has a day; after that reconciliation ends each payment by itself.
    PENDING_PAYMENTS("dargah.payments.oldest", Unit.SECONDS, 90_000, 172_800),
    MISMATCHED_PAYMENTS("dargah.payments.mismatched", Unit.COUNT, 1, 1),
    FAILING_EVIDENCE("dargah.evidence.failing", Unit.COUNT, 1, 1),
    WAITING_EVIDENCE("dargah.evidence.waiting", Unit.COUNT, 1_000, 5_000),
    UNSIGNED_EVIDENCE("dargah.evidence.unsigned.oldest", Unit.SECONDS, 10, 300),
    SILENT_WITNESSES("dargah.evidence.witnesses.silent", Unit.COUNT, 1, Sign.NEVER),
    KEPT_EVIDENCE("dargah.evidence.records", Unit.COUNT, Sign.NEVER, Sign.NEVER),
    REFUSED_EVIDENCE("dargah.evidence.refused", Unit.COUNT, Sign.NEVER, Sign.NEVER),
    FAILING_ROUNDS("dargah.rounds.failing", Unit.COUNT, 1, 3),
    WAITING_FOR_DATABASE("hikaricp.connections.pending", Unit.COUNT, 1, 10),
    SERVER_CERTIFICATE("dargah.certificate.server.remaining", Unit.SECONDS, -2_592_000D, -604_800D),
    ENDING_CERTIFICATES("dargah.certificates.ending", Unit.COUNT, 1, Sign.NEVER),
    FOREIGN_CERTIFICATES("dargah.certificates.foreign", Unit.COUNT, 1, 1),
    FREE_DISK("disk.free", Unit.BYTES, -5_000_000_000D, -1_000_000_000D),
    REFUSED_SIGN_INS("dargah.acts", "act", "sign_in_refused", Unit.COUNT, Sign.NEVER, Sign.NEVER);

    /** How the figure is read. */
    public enum Unit {
        COUNT,
        SECONDS,
        BYTES
    }

    /** How urgent it is, the most urgent first. */
    public enum Level {
        ACT,
        /** The figure could not be read: the database is away, or the meter is not there. */
        UNKNOWN,
        LOOK,
        FINE,
        /** Good to know; no figure of it is wrong by itself. */
        KNOW
    }

    private static final double NEVER = Double.MAX_VALUE;

    private final String meter;
    private final String tag;
    private final String value;
    private final Unit unit;
    private final double look;
    private final double act;

    Sign(String meter, Unit unit, double look, double act) {
        this(meter, "", "", unit, look, act);
    }

    /**
     * @param look from this figure on somebody should look; negative when less is worse
     * @param act from this figure on somebody must act
     */
    Sign(String meter, String tag, String value, Unit unit, double look, double act) {
        this.meter = meter;
        this.tag = tag;
        this.value = value;
        this.unit = unit;
        this.look = look;
        this.act = act;
    }

    public String meter() {
        return meter;
    }

    /** The label by which the meter is chosen, or empty. */
    public String tag() {
        return tag;
    }

    public String value() {
        return value;
    }

    public Unit unit() {
        return unit;
    }

    public Level levelAt(double figure) {
        if (Double.isNaN(figure)) {
            return Level.UNKNOWN;
        }
        if (look == NEVER) {
            return Level.KNOW;
        }
        double height = look < 0 ? -figure : figure;
        if (height >= act) {
            return Level.ACT;
        }
        return height >= look ? Level.LOOK : Level.FINE;
    }

    /** Such as {@code machine.sign.dead-jobs}; {@code .do} says what it means and what to do. */
    public String key() {
        return "machine.sign." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
