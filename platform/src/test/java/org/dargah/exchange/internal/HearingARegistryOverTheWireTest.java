package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HearingARegistryOverTheWireTest {

    private static final Message MESSAGE =
            new Message("water/meter@1", "GET", "/meter", null, List.of(), new byte[0]);
    private static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final Wire wire = new Wire(new Declaration.Limits(Duration.ofSeconds(1), 200, 2));
    private final ExecutorService registry = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    HearingARegistryOverTheWireTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        door.close();
        registry.close();
        wire.close();
    }

    private interface Manner {
        void answer(Socket caller) throws IOException, InterruptedException;
    }

    /** Hangs up after each answer without having said so. */
    private void serve(Manner manner) {
        var _ =
                registry.submit(
                        () -> {
                            while (true) {
                                try (Socket caller = door.accept()) {
                                    new Scanner(caller.getInputStream(), StandardCharsets.US_ASCII)
                                            .useDelimiter("\r\n\r\n")
                                            .next();
                                    manner.answer(caller);
                                }
                            }
                        });
    }

    private static void say(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Wire.Opened ask() {
        return wire.open(
                MESSAGE,
                URI.create("http://127.0.0.1:" + door.getLocalPort()),
                System.nanoTime() + Duration.ofSeconds(1).toNanos());
    }

    @Test
    void aConnectionThatWasClosedWhileItRestedIsNotUsedAgain() throws Exception {
        serve(caller -> say(caller, WHOLE));
        for (int i = 0; i < 3; i++) {
            assertThat(ask()).isInstanceOfSatisfying(Wire.Flowing.class, this::isWhole);
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private void isWhole(Wire.Flowing flowing) {
        try (Limited body = flowing.body()) {
            assertThat(body).hasContent("{}");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void headersThatDoNotEndAreNoAnswer() {
        serve(caller -> say(caller, WHOLE.replace("\r\n\r\n", "\r\nMore: and more".repeat(300))));
        assertThat(ask()).isEqualTo(new Wire.Silence(Failure.NO_CONNECTION));
    }

    @Test
    void aHeaderThatDoesNotEndIsNoAnswer() {
        serve(caller -> say(caller, WHOLE.replace("OK", "O".repeat(100_000))));
        assertThat(ask()).isEqualTo(new Wire.Silence(Failure.NO_CONNECTION));
    }

    @Test
    void headersThatDripAreLeftInTime() {
        serve(
                caller -> {
                    for (int i = 0; i < 60; i++) {
                        say(caller, i == 0 ? "HTTP/1.1 200 OK\r\n" : "More: and more\r\n");
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                });
        long start = System.nanoTime();
        assertThat(ask()).isEqualTo(new Wire.Silence(Failure.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
