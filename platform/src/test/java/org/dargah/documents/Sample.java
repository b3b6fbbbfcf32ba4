package org.dargah.documents;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** Somebody who does not exist, and what is issued to them. */
final class Sample {

    static final Province KERMAN = new Province("IR-08");
    static final Clock CLOCK = Clock.systemUTC();

    final PersonId person = PersonId.next(CLOCK);
    final CaseId caseId = CaseId.next(CLOCK);

    static OutputTemplate template() {
        String xhtml =
                """
                <html xmlns="http://www.w3.org/1999/xhtml"><head><title>گواهی تأیید تحصیلات</title></head>
                <body><h1>گواهی تأیید تحصیلات</h1>
                <p>گواهی می‌شود <strong><field name="name"/></strong> دانش‌آموختهٔ مقطع زیر است.</p>
                <table><tr><th>مقطع</th><td><field name="degree"/></td></tr></table></body></html>
                """;
        return switch (OutputTemplate.read(xhtml.getBytes(StandardCharsets.UTF_8))) {
            case OutputTemplate.Read(var template) -> template;
            case OutputTemplate.Fault fault -> throw new IllegalStateException(fault.toString());
        };
    }

    Order order(@Nullable LocalDate validUntil) {
        return new Order(
                KERMAN,
                DocumentId.next(CLOCK),
                template(),
                Map.of("name", "نمونه نمونه‌پور", "degree", "کارشناسی"),
                new Order.Letterhead(new AgencyCode("education"), "آموزش و پرورش", "استان کرمان"),
                new Order.Holder(person, "نمونه نمونه‌پور"),
                caseId,
                "1405-12",
                validUntil,
                null);
    }

    Caller officer() {
        return caller(Actor.Kind.OFFICER, "decide-case");
    }

    Caller citizen() {
        return caller(Actor.Kind.CITIZEN, "own-case");
    }

    private Caller caller(Actor.Kind kind, String purpose) {
        return new Caller(
                new AgencyCode("education"),
                new Actor(kind, person.toString(), "کارشناس نمونه"),
                Channel.PORTAL,
                new Purpose(purpose),
                caseId,
                null);
    }
}
