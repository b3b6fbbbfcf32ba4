package org.dargah.board.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import java.util.UUID;
import org.dargah.cases.CaseDecided;
import org.dargah.cases.CaseRated;
import org.dargah.cases.CaseSubmitted;
import org.dargah.cases.CaseWithdrawn;
import org.dargah.cases.CorrectionRequested;
import org.dargah.cases.CorrectionSent;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;

/** What happens to one case, as its events tell it. */
record Happening(
        Province province,
        CaseId id,
        ServiceCode service,
        AgencyCode office,
        TrackingCode tracking,
        Instant submitted,
        LocalDate due) {

    private static final Random RANDOM = new Random(1405);

    static Happening at(String province, String office, String service, Instant at, LocalDate due) {
        return new Happening(
                new Province(province),
                new CaseId(new UUID(RANDOM.nextLong(), RANDOM.nextLong())),
                new ServiceCode(service),
                new AgencyCode(office),
                TrackingCode.next("KR", RANDOM),
                at,
                due);
    }

    /** The moment that a clock in Tehran shows. */
    static Instant tehran(String jalali, String time) {
        LocalDate day = day(jalali);
        return day.atTime(LocalTime.parse(time)).atZone(Tehran.ZONE).toInstant();
    }

    static LocalDate day(String jalali) {
        return JalaliDate.parse(jalali).orElseThrow().toLocalDate();
    }

    CaseSubmitted submission() {
        return new CaseSubmitted(province, id, service, office, tracking, submitted, due);
    }

    CorrectionRequested asked(Instant at) {
        return new CorrectionRequested(province, id, service, office, at);
    }

    CorrectionSent sent(Instant at, LocalDate newDue) {
        return new CorrectionSent(province, id, service, office, at, newDue);
    }

    CaseDecided decided(Instant at) {
        return decided(at, due);
    }

    CaseDecided decided(Instant at, LocalDate finalDue) {
        return new CaseDecided(province, id, service, office, true, submitted, finalDue, at);
    }

    CaseWithdrawn withdrawn(Instant at) {
        return new CaseWithdrawn(province, id, service, office, at);
    }

    CaseRated rated(int score, Instant at) {
        return new CaseRated(province, id, service, office, score, at);
    }
}
