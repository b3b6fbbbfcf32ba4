package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dargah.DargahTest;
import org.dargah.Homecoming;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.LeftDrafts;
import org.dargah.documents.Documents;
import org.dargah.documents.Storing;
import org.dargah.documents.Upload;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.kernel.TravellingClock;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was begun and left is not kept for ever, and whoever left it was told so. */
@DargahTest
class LeavingADraftTest {

    private static final Province KERMAN = new Province("IR-08");

    @LocalServerPort int port;

    @Autowired LeftDrafts drafts;

    @Autowired CaseTable table;

    @Autowired Documents documents;

    @Autowired Acts acts;

    @Autowired TravellingClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void comeHome() {
        Homecoming.of(clock, jdbc);
    }

    @Test
    void aDraftIsKeptForThirtyDaysAfterTheLastWordInItAndThenGoesWithItsFiles() {
        var citizen = new Applying(port).draft(Personas.GRADUATE, Applying.CERTIFICATE);
        citizen.answer("recipient", Map.of("recipient", "study"));
        CaseFile draft = file(citizen);
        keep(draft);
        String lastDay =
                JalaliDate.of(Tehran.today(Clock.systemUTC()).plusDays(29))
                        .text(java.util.Locale.of("fa"));
        assertThat(citizen.page().body()).contains(lastDay + " می‌ماند");

        after(Duration.ofDays(30).minusMinutes(5));
        assertThat(table.find(KERMAN, draft.id())).isPresent();

        after(Duration.ofDays(30).plusMinutes(5));
        assertThat(table.find(KERMAN, draft.id())).isEmpty();
        assertThat(documents.ofCase(KERMAN, draft.id())).isEmpty();
        List<RecordedAct> lines = acts.ofCase(KERMAN, draft.id());
        assertThat(lines.stream().map(RecordedAct::act))
                .contains(Act.DRAFT_DISCARDED, Act.FILE_REMOVED);
        assertThat(lines.getFirst().entry().purpose().code()).isEqualTo("retention");
        assertThat(citizen.page().status()).isEqualTo(404);
    }

    @Test
    void whoeverThrowsADraftAwayThrowsItsFilesAwayToo() {
        var citizen = new Applying(port).draft(Personas.EXEMPT, Applying.LICENCE);
        CaseFile draft = file(citizen);
        keep(draft);
        String discard = "/cases/" + citizen.code + "/discard";

        citizen.visitor.submit(citizen.visitor.open(discard).form(discard));

        assertThat(table.find(KERMAN, draft.id())).isEmpty();
        assertThat(documents.ofCase(KERMAN, draft.id())).isEmpty();
    }

    /** What the hourly round does at that distance from now; the clock is away only meanwhile. */
    private void after(Duration left) {
        clock.travelTo(Clock.systemUTC().instant().plus(left));
        drafts.round();
        Homecoming.of(clock, jdbc);
    }

    private CaseFile file(Applying citizen) {
        return table.find(KERMAN, new TrackingCode(citizen.code)).orElseThrow();
    }

    private void keep(CaseFile draft) {
        var caller =
                new Caller(
                        draft.agency(),
                        new Actor(Actor.Kind.CITIZEN, draft.subject().toString(), "متقاضی"),
                        Channel.PORTAL,
                        new Purpose("application"),
                        draft.id(),
                        null);
        var upload =
                new Upload(
                        KERMAN,
                        DocumentId.next(Clock.systemUTC()),
                        draft.subject(),
                        draft.id(),
                        "نقشه.pdf");
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(documents.store(upload, new ByteArrayInputStream(pdf), caller))
                .isInstanceOf(Storing.Stored.class);
        assertThat(documents.ofCase(KERMAN, draft.id())).hasSize(1);
    }
}
