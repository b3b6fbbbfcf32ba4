package org.dargah.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.dargah.DargahTest;
import org.dargah.acts.Acts;
import org.dargah.identity.Invitation;
import org.dargah.identity.Officers.Acceptance;
import org.dargah.identity.Role;
import org.dargah.kernel.AgencyCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** In a province of their own, so that what the other tests did does not count. */
@DargahTest
class LimitingAttemptsTest {

    private static final HomeProvince ELSEWHERE = new HomeProvince("IR-30");
    private static final Instant NOW = Instant.parse("2026-11-22T08:05:00Z");

    @Autowired JdbcClient jdbc;
    @Autowired Keys keys;
    @Autowired Acts acts;
    @Autowired PasswordEncoder passwords;
    @Autowired TransactionTemplate transaction;

    private static IdentityProperties limits() {
        return new IdentityProperties(
                "dargah",
                Duration.ofMinutes(15),
                3,
                4,
                5,
                2,
                Duration.ofMinutes(2),
                5,
                3,
                Duration.ofSeconds(60),
                4,
                Duration.ofMinutes(5));
    }

    private Attempts at(Instant now) {
        return new Attempts(jdbc, keys, ELSEWHERE, limits(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void theFourthAttemptInAQuarterOfAnHourIsOneTooMany() {
        var kind = Attempts.Kind.SIGN_IN_OF_PERSON;
        for (int i = 0; i < 3; i++) {
            assertThat(at(NOW).allows(kind, "somebody")).isTrue();
        }
        assertThat(at(NOW).allows(kind, "somebody")).isFalse();
        assertThat(at(NOW).allows(kind, "somebody else")).isTrue();
        assertThat(at(NOW).allows(Attempts.Kind.SIGN_IN_OF_OFFICER, "somebody")).isTrue();
        assertThat(at(NOW.plusSeconds(900)).allows(kind, "somebody")).isTrue();
    }

    @Test
    void whoTriedIsForgottenWhenTheWindowHasPassed() {
        at(NOW).allows(Attempts.Kind.CODE_TO_MOBILE, "09130000001");
        assertThat(at(NOW.plusSeconds(1800)).forgetPast()).isPositive();
        assertThat(
                        jdbc.sql("select count(*) from identity.attempt where province = 'IR-30'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void theFirstAdministratorsLinkWorksOnceAndForADay() {
        OfficerAccounts today = accounts(NOW);
        Invitation administrator =
                new Invitation(new AgencyCode("dargah"), "مدیر سامانه", Set.of(Role.ADMINISTRATOR));
        String old = link(today, administrator).orElseThrow();
        String link = link(today, administrator).orElseThrow();

        assertThat(accept(today, old)).isEqualTo(Acceptance.LINK_SPENT);
        assertThat(accept(accounts(NOW.plus(Duration.ofHours(25))), link))
                .isEqualTo(Acceptance.LINK_SPENT);
        assertThat(accept(today, link)).isEqualTo(Acceptance.DONE);
        assertThat(accept(today, link)).isEqualTo(Acceptance.LINK_SPENT);
        assertThat(link(today, administrator)).isEmpty();
    }

    private OfficerAccounts accounts(Instant now) {
        return new OfficerAccounts(
                new OfficerRepository(jdbc, ELSEWHERE),
                new InvitationRepository(jdbc, keys, ELSEWHERE),
                passwords,
                ELSEWHERE,
                acts,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Optional<String> link(OfficerAccounts accounts, Invitation invitation) {
        Optional<String> link = transaction.execute(t -> accounts.inviteFirst(invitation));
        return link == null ? Optional.empty() : link;
    }

    private Acceptance accept(OfficerAccounts accounts, String link) {
        String token = link.substring(link.lastIndexOf('/') + 1);
        Acceptance done =
                transaction.execute(
                        t -> accounts.accept(token, "first", "نخستین مدیر", "یک جملهٔ بلند"));
        return done == null ? Acceptance.LINK_SPENT : done;
    }
}
