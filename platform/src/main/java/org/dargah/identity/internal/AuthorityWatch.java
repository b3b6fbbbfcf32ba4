package org.dargah.identity.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices at a start that the authority is another than before, as when its keystore was lost and a
 * new one was made: programs then trust a server that is no more.
 */
@Component
final class AuthorityWatch implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityWatch.class);
    private static final Actor SELF = Actor.system("identity", "سامانهٔ خودکار درگاه");
    private static final Purpose ADMINISTRATION = new Purpose("administration");

    private final CertificateAuthority authority;
    private final JdbcClient jdbc;
    private final HomeProvince home;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuthorityWatch(
            CertificateAuthority authority,
            JdbcClient jdbc,
            HomeProvince home,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.authority = authority;
        this.jdbc = jdbc;
        this.home = home;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        notice(Fingerprint.of(authority.authority()));
    }

    void notice(String fingerprint) {
        Optional<String> before = newest();
        if (before.filter(fingerprint::equals).isPresent()) {
            return;
        }
        transaction.executeWithoutResult(
                status -> {
                    keep(fingerprint);
                    if (before.isPresent()) {
                        acts.record(
                                Act.AUTHORITY_REPLACED,
                                Entry.by(home.province(), SELF, Channel.SYSTEM, ADMINISTRATION)
                                        .with("fingerprint", fingerprint));
                    }
                });
        if (before.isPresent()) {
            LOG.error(
                    "The authority of programs' certificates is a new one (keys/tls.p12 is not the"
                            + " one of before). No program's certificate opens until you put the"
                            + " old file back and start again, or issue new ones and send every"
                            + " program the new keys/authority.pem; /work/machine tells how many.");
        }
    }

    private Optional<String> newest() {
        return jdbc.sql(
                        """
                        select fingerprint from identity.authority
                        where province = :province order by since desc limit 1
                        """)
                .param("province", home.code())
                .query(String.class)
                .optional();
    }

    private void keep(String fingerprint) {
        jdbc.sql(
                        """
                        insert into identity.authority (province, fingerprint, since)
                        values (:province, :fingerprint, :now)
                        on conflict (province, fingerprint) do update set since = excluded.since
                        """)
                .param("province", home.code())
                .param("fingerprint", fingerprint)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
