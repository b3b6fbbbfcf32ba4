package org.dargah.cases;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Service;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.dargah.kernel.TrackingCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Imagines a draft, so that a form can be looked at before it is published. What it gives is kept
 * nowhere, and no registry is asked: the replies are brought along.
 */
@Component
public final class TrialCase {

    private final Province province;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TrialCase(@Value("${dargah.province}") String province, Clock clock) {
        this.province = new Province(province);
        this.clock = clock;
    }

    /**
     * @param replied what registries reply; for asks that are not in it they are silent
     * @param answers as the form checked them
     */
    public CaseFile of(Service service, Facts replied, Map<String, Object> answers) {
        Map<String, Facts.Said> said = new HashMap<>();
        service.asks()
                .forEach(ask -> replied.said(ask.name()).ifPresent(it -> said.put(ask.name(), it)));
        return new CaseFile(
                province,
                CaseId.next(clock),
                TrackingCode.next("XX", random),
                service.code(),
                service.version(),
                service.agency(),
                PersonId.next(clock),
                "—",
                Channel.PORTAL,
                Stage.DRAFT,
                answers,
                said,
                List.of(),
                Rial.ZERO,
                null,
                0,
                clock.instant(),
                null,
                null,
                null,
                null);
    }

    /** The day of the reader, not of the example: validation must say what it says today. */
    public LocalDate today() {
        return org.dargah.kernel.Tehran.today(clock);
    }
}
