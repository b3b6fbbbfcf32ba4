package org.dargah.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One kept connection over mutual TLS, with as little work for each question as can be: the client
 * shares the processors with what is measured.
 */
final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LARGEST = 8 << 10;
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

    /** An answer as it came. */
    record Heard(int status, String body) {}

    private final SSLSocket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] heard = new byte[LARGEST];
    private int length;

    Line(SSLContext tls, int port) throws IOException {
        socket =
                (SSLSocket)
                        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    Heard ask(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        length = 0;
        int end = end();
        String head = text(0, end).toLowerCase(Locale.ROOT);
        int status = Integer.parseInt(head, 9, 12, 10);
        int body = end + 4;
        if (head.contains(CHUNKED)) {
            return new Heard(status, chunks(body));
        }
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("An answer without a length");
        }
        int from = at + LENGTH.length();
        int line = head.indexOf("\r\n", from);
        int bytes = Integer.parseInt(head.substring(from, line < 0 ? head.length() : line).strip());
        await(body + bytes);
        return new Heard(status, text(body, body + bytes));
    }

    /** Where the head ends. */
    private int end() throws IOException {
        int from = 0;
        while (true) {
            more();
            for (int i = from; i + 3 < length; i++) {
                if (heard[i] == '\r' && heard[i + 2] == '\r' && heard[i + 3] == '\n') {
                    return i;
                }
            }
            from = Math.max(0, length - 3);
        }
    }

    private String chunks(int begin) throws IOException {
        var body = new StringBuilder();
        int at = begin;
        while (true) {
            int line = lineEnd(at);
            int bytes = Integer.parseInt(text(at, line).strip(), 16);
            await(line + 2 + bytes + 2);
            if (bytes == 0) {
                return body.toString();
            }
            body.append(text(line + 2, line + 2 + bytes));
            at = line + 2 + bytes + 2;
        }
    }

    private int lineEnd(int from) throws IOException {
        for (int i = from; true; i++) {
            await(i + 2);
            if (heard[i] == '\r') {
                return i;
            }
        }
    }

    private void await(int until) throws IOException {
        while (length < until) {
            more();
        }
    }

    private void more() throws IOException {
        int read = in.read(heard, length, heard.length - length);
        if (read <= 0) {
            throw new IOException("The connection ended within an answer");
        }
        length += read;
    }

    private String text(int from, int to) {
        return new String(Arrays.copyOfRange(heard, from, to), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
