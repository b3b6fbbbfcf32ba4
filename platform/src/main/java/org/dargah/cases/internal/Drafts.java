package org.dargah.cases.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.dargah.cases.Applicant;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.catalog.Service;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Rial;
import org.dargah.kernel.TrackingCode;
import org.dargah.places.Places;
import org.springframework.stereotype.Component;

/** Fresh applications, with nothing in them yet. */
@Component
public class Drafts {

    private final Places places;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Drafts(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** The same draft under another tracking code, because its own was taken. */
    public CaseFile again(CaseFile draft) {
        return draft.tracked(TrackingCode.next(places.letters(), random));
    }

    public CaseFile blank(Applicant applicant, Service service) {
        return new CaseFile(
                applicant.province(),
                CaseId.next(clock),
                TrackingCode.next(places.letters(), random),
                service.code(),
                service.version(),
                service.agency(),
                applicant.id(),
                applicant.name(),
                applicant.channel(),
                Stage.DRAFT,
                Map.of(),
                Map.of(),
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
}
