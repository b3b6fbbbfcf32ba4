package org.dargah.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.junit.jupiter.api.Test;

class WritingAnEntryTest {

    @Test
    void aCallerSaysMostOfIt() {
        CaseId caseId = CaseId.next(Clock.systemUTC());
        Caller caller =
                new Caller(
                        new AgencyCode("asnaf"),
                        Actor.system("process", "سامانهٔ خودکار"),
                        Channel.SYSTEM,
                        new Purpose("decide-case"),
                        caseId,
                        3);
        Entry entry = Entry.by(new Province("IR-08"), caller).with("fields", "status");
        assertThat(entry.office()).isEqualTo(new AgencyCode("asnaf"));
        assertThat(entry.caseId()).isEqualTo(caseId);
        assertThat(entry.details())
                .containsEntry("condition", "3")
                .containsEntry("fields", "status");
    }

    @Test
    void namesOfPeopleStayOutOfLogs() {
        Actor citizen = new Actor(Actor.Kind.CITIZEN, "person-1", "نمونه نمونه‌پور");
        assertThat(citizen.toString()).doesNotContain("نمونه");
    }
}
