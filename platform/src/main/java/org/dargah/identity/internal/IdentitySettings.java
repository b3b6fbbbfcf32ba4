package org.dargah.identity.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Passwords, sessions, and the job that forgets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentityProperties.class, TlsProperties.class})
class IdentitySettings {

    private static final Duration KEEP_CHALLENGES = Duration.ofDays(1);

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Two requests of one browser may write the same attribute at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> concurrentSessions() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Retention: codes go after a day, counts after their window. */
    @Bean
    Task<Void> forgetting(
            ChallengeRepository challenges,
            PasskeyChallenges passkeys,
            ClientKeyRepository keys,
            Attempts attempts,
            Clock clock) {
        return Tasks.recurring("identity-forgetting", FixedDelay.ofHours(1))
                .execute(
                        (instance, context) -> {
                            challenges.forgetBefore(clock.instant().minus(KEEP_CHALLENGES));
                            passkeys.forgetPast();
                            keys.forgetPast(clock.instant());
                            attempts.forgetPast();
                        });
    }

    /** Far more often than certificates end. */
    @Bean
    Task<Void> freshCertificate(TlsConnector door) {
        return Tasks.recurring("identity-certificate", FixedDelay.ofHours(6))
                .execute((instance, context) -> door.refresh());
    }
}
