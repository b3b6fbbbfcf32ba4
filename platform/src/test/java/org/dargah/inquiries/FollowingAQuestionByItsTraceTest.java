package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dargah.Collector;
import org.dargah.DargahTest;
import org.dargah.Newcomers;
import org.dargah.exchange.Manner;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.kernel.Uuid7;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A program's trace goes on through Dargah to the registry, and tells nothing of the person. */
@DargahTest
@Import(Bodies.class)
class FollowingAQuestionByItsTraceTest {

    private static final String PERSON = "9990000018";
    private static final String CALLER = "00f067aa0ba902b7";

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired Clock clock;

    private String trace() {
        return Uuid7.next(clock).toString().replace("-", "");
    }

    private void ask(String trace, String flags) {
        Body agency = bodies.admit("ادارهٔ نمونه", "education", port);
        bodies.allow(
                agency,
                "museum/member@1",
                "service-delivery",
                Manner.RECORD,
                Bodies.WIDE,
                "card",
                "since");
        assertThat(
                        agency.program()
                                .request(
                                        "GET",
                                        "/r1/IR-08/GOV/education/museum/member@1/members/" + PERSON,
                                        Map.of(
                                                "X-Road-Client",
                                                agency.name(),
                                                "traceparent",
                                                "00-" + trace + "-" + CALLER + "-" + flags),
                                        "")
                                .status())
                .isEqualTo(200);
    }

    private static Collector.Span span(List<Collector.Span> spans, String name) {
        return spans.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void requestRegistryAndEvidenceAreSpansOfTheCallersTraceAndTheRegistryIsToldIt() {
        String trace = trace();
        ask(trace, "01");

        List<Collector.Span> spans =
                await().until(() -> Collector.trace(trace), found -> found.size() >= 3);
        Collector.Span request = span(spans, "http get /r1/**");
        Collector.Span registry = span(spans, "registry");
        assertThat(request.parent()).isEqualTo(CALLER);
        assertThat(registry.parent()).isEqualTo(request.id());
        assertThat(registry.all()).contains("museum/member@1");
        assertThat(span(spans, "evidence").parent()).isEqualTo(registry.id());
        assertThat(Newcomers.TRACES).contains("00-" + trace + "-" + registry.id() + "-01");
        assertThat(spans).noneMatch(it -> it.all().contains(PERSON));
    }

    @Test
    void whoWantsNoTraceLeavesNone() {
        String trace = trace();
        ask(trace, "00");
        String later = trace();
        ask(later, "01");

        await().until(() -> Collector.trace(later), found -> found.size() >= 3);
        assertThat(Collector.trace(trace)).isEmpty();
    }
}
