package org.dargah.identity.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dargah.identity.ClientCertificate;
import org.dargah.kernel.Lately;
import org.springframework.stereotype.Component;

/** How long certificates still open doors, those of programs and the server's own. */
@Component
final class CertificateGauges implements MeterBinder {

    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final TlsConnector door;
    private final Clock clock;
    private final Lately<Integer> ending;
    private final Lately<Long> foreign;

    CertificateGauges(
            ClientCertificateRepository certificates,
            CertificateAuthority authority,
            TlsConnector door,
            Clock clock) {
        this.door = door;
        this.clock = clock;
        this.ending =
                new Lately<>(
                        FRESH,
                        () -> certificates.ending(clock.instant(), clock.instant().plus(SOON)));
        this.foreign =
                new Lately<>(FRESH, () -> foreign(certificates.valid(clock.instant()), authority));
    }

    private static long foreign(List<ClientCertificate> valid, CertificateAuthority authority) {
        return valid.stream().filter(one -> !authority.stillSigns(one.content())).count();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dargah.certificates.ending", ending::value)
                .description("Programs whose last certificate ends within 30 days")
                .register(meters);
        Gauge.builder("dargah.certificates.foreign", foreign::value)
                .description("Valid certificates of programs whose authority is not known any more")
                .register(meters);
        Gauge.builder("dargah.certificate.server.remaining", this::remaining)
                .baseUnit("seconds")
                .description("How long the server's own certificate still holds")
                .register(meters);
    }

    private double remaining() {
        return Duration.between(clock.instant(), door.certifiedUntil()).toSeconds();
    }
}
