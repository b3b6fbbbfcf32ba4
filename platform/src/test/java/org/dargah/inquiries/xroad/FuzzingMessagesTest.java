package org.dargah.inquiries.xroad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dargah.DargahTest;
import org.dargah.exchange.Rights;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.inquiries.Bodies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Nonsense on X-Road's address: whatever comes, it is answered, and nothing breaks but in the
 * protocol's own words. {@code -Dfuzz=20000} for the long run.
 */
@DargahTest
class FuzzingMessagesTest {

    private static final int TRIES = Integer.getInteger("fuzz", 1_000);
    private static final String[] PIECES = {
        "IR-08",
        "GOV",
        "science",
        "degrees",
        "latest@1",
        "civil",
        "listMethods",
        "getOpenAPI",
        "..",
        ".",
        "%2e%2e",
        "%00",
        "%",
        "%zz",
        "%C3%28",
        "%F0%9F%98%80",
        "%D8%AB",
        "a;b",
        "a:b",
        "%5c",
        "",
        "r1",
        "'--",
        "\"",
        "<x>",
        "{}",
        "|",
        "^",
        "~",
        "%2F",
        "%25",
        "ثبت",
        "\u0001",
        "\u007f"
    };
    private static final String[] NAMES = {
        "X-Road-Client", "X-Road-Id", "X-Road-UserId", "X-Road-Issue", "X-Road-Represented-Party",
        "X-Road-Security-Server", "Dargah-Purpose", "Dargah-User-Role", "Content-Type", "Cookie",
        "X-Road-Request-Hash", "Expect", "TE", "Range", "Accept"
    };
    private static final String[] METHODS = {
        "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "BREW", "get"
    };

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;

    @Value("${dargah.address}")
    String address;

    @Autowired Rights rights;

    private final Random random = new Random(20_261_122);

    @Test
    void nothingBreaksButInTheProtocolsOwnWords() throws Exception {
        Bodies.Body body =
                new Bodies(clients, proofs, rights, address)
                        .admit("ادارهٔ نمونه", "education", port);
        var broken = new ArrayList<String>();
        for (int i = 0; i < TRIES; i++) {
            byte[] request = request(body);
            String answer = exchange(request);
            boolean fine =
                    answer.matches("(?s)HTTP/1\\.1 [1234].*")
                            || answer.toLowerCase(Locale.ROOT).contains("x-road-error:");
            if (!fine) {
                broken.add(new String(request, StandardCharsets.ISO_8859_1) + "\n=> " + answer);
            }
        }
        assertThat(broken).isEmpty();
    }

    private byte[] request(Bodies.Body sender) {
        var text = new StringBuilder(any(METHODS)).append(" /r1");
        if (random.nextInt(4) > 0) {
            text.append("/IR-08/GOV/science/degrees/latest@1");
        }
        for (int n = random.nextInt(6); n > 0; n--) {
            text.append('/').append(any(PIECES));
        }
        if (random.nextInt(3) == 0) {
            text.append('?').append(any(PIECES)).append('=').append(any(PIECES));
        }
        text.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (random.nextInt(5) > 0) {
            text.append("Authorization: Bearer ").append(sender.program().token()).append("\r\n");
        }
        if (random.nextInt(3) > 0) {
            text.append("X-Road-Client: " + sender.name() + "\r\n");
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            text.append(any(NAMES)).append(": ").append(value()).append("\r\n");
        }
        String body = random.nextInt(3) == 0 ? value() : "";
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append("Content-Length: ").append(length).append("\r\n\r\n").append(body);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String value() {
        return switch (random.nextInt(5)) {
            case 0 -> any(PIECES) + "/" + any(PIECES) + "/" + any(PIECES) + "/" + any(PIECES);
            case 1 -> "x".repeat(random.nextInt(3_000));
            case 2 -> "{\"nationalId\":\"" + any(PIECES).replace("\"", "") + "\"}";
            case 3 -> "[[[{\"a\":" + "1".repeat(random.nextInt(300));
            default -> any(PIECES);
        };
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String exchange(byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where a parser of identifiers must say no, it says no. */
    @Test
    void anIdentifierIsReadOnlyWhole() {
        for (String piece :
                List.of("..", "%2e%2e", "%00", "%", "%zz", "%C3%28", "", "%2F", "a;b")) {
            assertThat(Identifier.parse("a/" + piece + "/b", 3)).as(piece).isEmpty();
        }
    }
}
