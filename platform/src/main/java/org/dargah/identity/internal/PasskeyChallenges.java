package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.dargah.kernel.ActId;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Challenges for passkeys: random, soon too old, taken once. The session holds the id of the last
 * one that it asked for, so that an answer given in another session is worth nothing here.
 */
@Component
class PasskeyChallenges {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final HomeProvince home;
    private final Attempts attempts;
    private final IdentityProperties limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasskeyChallenges(
            JdbcClient jdbc,
            HomeProvince home,
            Attempts attempts,
            IdentityProperties limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.home = home;
        this.attempts = attempts;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A fresh one; those before in this session are worth nothing from now on. Empty when too many
     * were asked for from this network address.
     *
     * @param person whose key is to be added; null at the door, where nobody is known yet
     */
    Optional<byte[]> ask(HttpServletRequest request, @Nullable PersonId person) {
        if (!attempts.allows(Attempts.Kind.PASSKEY_FROM_ADDRESS, Address.of(request))) {
            return Optional.empty();
        }
        UUID id = ActId.next(clock).value();
        byte[] challenge = random(BYTES);
        jdbc.sql(
                        """
                        insert into identity.passkey_challenge
                            (province, id, person, challenge, expires_at)
                        values (:province, :id, cast(:person as uuid), :challenge, :expiresAt)
                        """)
                .param("province", home.code())
                .param("id", id)
                .param("person", person == null ? null : person.value())
                .param("challenge", challenge)
                .param("expiresAt", expiry().atOffset(ZoneOffset.UTC))
                .update();
        request.getSession().setAttribute(place(person), id.toString());
        return Optional.of(challenge);
    }

    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant expiry() {
        return clock.instant().plus(limits.passkeyChallengeValid());
    }

    private static String place(@Nullable PersonId person) {
        return person == null ? "dargah.passkey-at-door" : "dargah.passkey-to-add";
    }

    /** The one that this session waits for, to one caller only. */
    Optional<byte[]> take(HttpServletRequest request, @Nullable PersonId person) {
        HttpSession session = request.getSession(false);
        String id = session == null ? null : (String) session.getAttribute(place(person));
        if (session == null || id == null) {
            return Optional.empty();
        }
        session.removeAttribute(place(person));
        return jdbc.sql(
                        """
                        delete from identity.passkey_challenge
                        where province = :province and id = :id and expires_at > :now
                            and person is not distinct from cast(:person as uuid)
                        returning challenge
                        """)
                .param("province", home.code())
                .param("id", UUID.fromString(id))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person == null ? null : person.value())
                .query(byte[].class)
                .optional();
    }

    int forgetPast() {
        return jdbc.sql(
                        """
                        delete from identity.passkey_challenge
                        where province = :province and expires_at < :now
                        """)
                .param("province", home.code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
