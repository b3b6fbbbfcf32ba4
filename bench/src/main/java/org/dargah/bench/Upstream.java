package org.dargah.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A registry that answers at once: whoever asks at {@code …/person} gets the person, everyone else
 * the same record. A process of its own, with one thread, so that it costs as little as it can. It
 * speaks as much HTTP as both sides of the bench need and no more.
 */
final class Upstream {

    private static final int LARGEST = 16 << 10;
    private static final String LENGTH = "content-length:";
    private static final String NATIONAL_ID = "\"nationalId\":\"";
    private static final byte[] RECORD = answer("200 OK", People.of(0).json());
    private static final byte[] NOBODY =
            answer(
                    "404 Not Found",
                    "{\"type\":\"/problems/unknown-person\"}".getBytes(StandardCharsets.UTF_8));

    private final Selector selector;

    /** Of a request so far. */
    private static final class Heard {
        final byte[] bytes = new byte[LARGEST];
        int length;

        int left() {
            return bytes.length - length;
        }

        String text() {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private Upstream(Selector selector) {
        this.selector = selector;
    }

    /** Says its port, and ends when whoever started it has gone. */
    public static void main(String... arguments) throws IOException {
        var upstream = new Upstream(Selector.open());
        try (var door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            door.configureBlocking(false);
            door.register(upstream.selector, SelectionKey.OP_ACCEPT);
            IO.println("" + ((InetSocketAddress) door.getLocalAddress()).getPort());
            Companion.endWithParent();
            upstream.serve(door);
        }
    }

    private void serve(ServerSocketChannel door) throws IOException {
        while (true) {
            selector.select(
                    key -> {
                        if (key.isAcceptable()) {
                            accept(door);
                        } else {
                            hear(key);
                        }
                    });
        }
    }

    private void accept(ServerSocketChannel door) {
        try {
            SocketChannel caller = door.accept();
            if (caller != null) {
                caller.configureBlocking(false);
                caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
                caller.register(selector, SelectionKey.OP_READ, new Heard());
            }
        } catch (IOException gone) {
            // Whoever it was will knock again.
        }
    }

    private static void hear(SelectionKey key) {
        var caller = (SocketChannel) key.channel();
        var heard = (Heard) key.attachment();
        try {
            int read = caller.read(ByteBuffer.wrap(heard.bytes, heard.length, heard.left()));
            if (read <= 0) {
                caller.close();
                return;
            }
            heard.length += read;
            byte[] answer = answer(heard.text());
            if (answer.length > 0) {
                heard.length = 0;
                caller.write(ByteBuffer.wrap(answer));
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    /** Nothing while the request is not whole. */
    private static byte[] answer(String request) {
        int end = request.indexOf("\r\n\r\n");
        if (end < 0 || request.length() < end + 4 + length(request, end)) {
            return new byte[0];
        }
        boolean person = request.substring(0, request.indexOf("\r\n")).contains("/person ");
        return person ? person(request.substring(end)) : RECORD;
    }

    private static int length(String request, int end) {
        for (int line = request.indexOf("\r\n"); line < end; line = next(request, line)) {
            if (request.regionMatches(true, line + 2, LENGTH, 0, LENGTH.length())) {
                int from = line + 2 + LENGTH.length();
                return Integer.parseInt(request.substring(from, next(request, line)).strip());
            }
        }
        return 0;
    }

    private static int next(String request, int line) {
        return request.indexOf("\r\n", line + 2);
    }

    private static byte[] person(String body) {
        int at = body.indexOf(NATIONAL_ID) + NATIONAL_ID.length();
        int number = People.numberOf(body.substring(at, at + 10));
        return number < 0 ? NOBODY : answer("200 OK", People.of(number).json());
    }

    private static byte[] answer(String status, byte[] body) {
        byte[] head =
                """
                HTTP/1.1 %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """
                        .formatted(status, body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
