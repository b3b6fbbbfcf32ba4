package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.World;
import org.dargah.kernel.PersianText;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole journey with its bad moments leaves nothing of the person in the log. */
@DargahTest
class KeepingTheLogCleanTest {

    private static final Citizen CITIZEN = Personas.SHOPKEEPER;

    @LocalServerPort int port;

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        lines.start();
        root().addAppender(lines);
    }

    @AfterEach
    void stop() throws Exception {
        root().detachAppender(lines);
        degrees("DELETE", "/control", "");
    }

    @Test
    void aJourneyWithItsBadMomentsNamesNobody() throws Exception {
        new Visitor(port).claim(CITIZEN, "/cases"); // a code that is never typed
        new Visitor(port).signInAtWork(CITIZEN.nationalId(), "a password of somebody else");
        degrees("PUT", "/control/degrees", "{\"fault\":\"garbage\"}");
        var citizen = new Applying(port).draft(CITIZEN, Applying.CERTIFICATE);
        citizen.answer("recipient", Map.of("recipient", "not-a-choice"));
        citizen.answer("recipient", Map.of("recipient", "study"));
        citizen.visitor.submit(citizen.lastForm());
        citizen.waitFor("منتظر پاسخ استعلام");
        degrees("DELETE", "/control", "");
        citizen.waitFor("پذیرفته شد");
        citizen.visitor.open("/cases/" + citizen.code + "/rating");
        citizen.visitor.open("/me");

        assertThat(lines.texts).as("something was written").isNotEmpty();
        for (String secret :
                List.of(
                        CITIZEN.nationalId(),
                        Visitor.mobileOf(CITIZEN),
                        Visitor.mobileOf(CITIZEN).substring(1),
                        CITIZEN.lastName(),
                        CITIZEN.firstName() + " ",
                        PersianText.normalise(CITIZEN.fatherName()) + " ")) {
            assertThat(lines.texts)
                    .as("lines of the log that hold something of a person")
                    .noneMatch(line -> PersianText.latinDigits(line).contains(secret));
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static void degrees(String method, String path, String body) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(World.outside().url() + path))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    /** Everything that the file of the log would hold of an event. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            texts.add(
                    event.getLoggerName()
                            + " "
                            + event.getFormattedMessage()
                            + " "
                            + event.getMDCPropertyMap()
                            + " "
                            + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }
}
