package org.dargah.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.dargah.DargahTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class LosingTheAuthorityTest {

    @Autowired AuthorityWatch watch;
    @Autowired CertificateAuthority authority;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;

    @Test
    void anAuthorityThatIsAnotherThanBeforeIsAnAct() {
        String ours = Fingerprint.of(authority.authority());
        watch.notice(ours);
        int before = acts();
        watch.notice(ours);
        assertThat(acts()).isEqualTo(before);

        watch.notice(UUID.randomUUID().toString());
        assertThat(acts()).isEqualTo(before + 1);

        watch.notice(ours);
        assertThat(acts()).isEqualTo(before + 2);
    }

    private int acts() {
        return jdbc.sql(
                        """
                        select count(*) from acts.act
                        where province = 'IR-08' and act = 'AUTHORITY_REPLACED'
                        """)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatEndsSoonIsMeasured() {
        assertThat(meters.get("dargah.certificate.server.remaining").gauge().value())
                .isGreaterThan(30 * 86_400D);
        assertThat(meters.get("dargah.certificates.ending").gauge().value()).isNotNegative();
        assertThat(meters.get("dargah.certificates.foreign").gauge().value()).isNotNegative();
    }
}
