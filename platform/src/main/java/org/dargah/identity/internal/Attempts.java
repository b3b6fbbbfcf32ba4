package org.dargah.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts attempts in the database, so that every node sees the same count; who tried is kept as an
 * HMAC only.
 */
@Component
public final class Attempts {

    /** What is counted. */
    enum Kind {
        SIGN_IN_OF_PERSON,
        WISH_OF_PERSON,
        SIGN_IN_FROM_ADDRESS,
        CODE_TO_MOBILE,
        SIGN_IN_BY_PASSKEY,
        PASSKEY_FROM_ADDRESS,
        SIGN_IN_OF_OFFICER,
        INVITATION_FROM_ADDRESS,
        GUESS_FROM_ADDRESS,
        TOKEN_FROM_ADDRESS
    }

    private final JdbcClient jdbc;
    private final Keys keys;
    private final HomeProvince home;
    private final IdentityProperties limits;
    private final Clock clock;

    Attempts(
            JdbcClient jdbc, Keys keys, HomeProvince home, IdentityProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.home = home;
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts one more attempt; false when it is one too many for now. */
    boolean allows(Kind kind, String who) {
        return count(kind, who) <= limit(kind);
    }

    /** Whether all attempts of this window are used up; counts nothing. */
    boolean isSpent(Kind kind, String who) {
        return jdbc.sql(
                                """
                                select count from identity.attempt
                                where province = :province and kind = :kind and who = :who
                                    and window_start = :window
                                """)
                        .param("province", home.code())
                        .param("kind", kind.name())
                        .param("who", keys.index(kind.name(), who))
                        .param("window", window().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                >= limit(kind);
    }

    /** How long until this window ends and counting begins anew. */
    Duration untilForgotten() {
        return Duration.between(clock.instant(), window().plus(limits.window()));
    }

    private int limit(Kind kind) {
        return switch (kind) {
            case SIGN_IN_OF_PERSON, SIGN_IN_BY_PASSKEY, SIGN_IN_OF_OFFICER -> limits.perPerson();
            case WISH_OF_PERSON -> limits.wishesPerPerson();
            case SIGN_IN_FROM_ADDRESS,
                    PASSKEY_FROM_ADDRESS,
                    INVITATION_FROM_ADDRESS,
                    TOKEN_FROM_ADDRESS ->
                    limits.perAddress();
            case CODE_TO_MOBILE -> limits.codesPerMobile();
            case GUESS_FROM_ADDRESS -> limits.guessesPerAddress();
        };
    }

    private int count(Kind kind, String who) {
        return jdbc.sql(
                        """
                        insert into identity.attempt as known
                            (province, kind, who, window_start, count)
                        values (:province, :kind, :who, :window, 1)
                        on conflict (province, kind, who, window_start)
                            do update set count = known.count + 1
                        returning count
                        """)
                .param("province", home.code())
                .param("kind", kind.name())
                .param("who", keys.index(kind.name(), who))
                .param("window", window().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private Instant window() {
        long seconds = limits.window().toSeconds();
        return Instant.ofEpochSecond(clock.instant().getEpochSecond() / seconds * seconds);
    }

    /** Forgets windows that have passed. */
    int forgetPast() {
        return jdbc.sql(
                        """
                        delete from identity.attempt
                        where province = :province and window_start < :window
                        """)
                .param("province", home.code())
                .param("window", window().atOffset(ZoneOffset.UTC))
                .update();
    }
}
