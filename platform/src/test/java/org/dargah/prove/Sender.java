package org.dargah.prove;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dargah.Visitor;
import org.dargah.sandbox.people.Citizen;

/**
 * A citizen with a slow line who sends the plan of a shop again and again, each time another file,
 * and keeps what was sent and what was acknowledged.
 */
final class Sender implements Runnable {

    private static final String SERVICE = "/apply/asnaf/business-licence";
    private static final String BOUNDARY = "----dargah-proof";
    private static final int LARGEST = 3_000_000;

    /** Where a kill may fall. */
    enum Step {
        /** Bytes are on their way. */
        ARRIVING,
        /** The last byte was sent; the answer is not there yet. */
        STORING
    }

    private final int port;
    private final Citizen citizen;
    private final Acknowledged sent;
    private final Acknowledged kept;
    private final Aim<Step> aim;
    private final Visitor visitor;
    private final Random random;
    private final HttpClient client = HttpClient.newHttpClient();
    private String draft = "";

    Sender(
            int port,
            Citizen citizen,
            Acknowledged sent,
            Acknowledged kept,
            Aim<Step> aim,
            long seed) {
        this.port = port;
        this.citizen = citizen;
        this.sent = sent;
        this.kept = kept;
        this.aim = aim;
        this.visitor = new Visitor(port);
        this.random = new Random(seed);
    }

    /** Signs in and fills in all that comes before the file. */
    void begin() throws IOException, InterruptedException {
        Door.enter(visitor, port, citizen, SERVICE);
        draft =
                Objects.requireNonNull(
                        visitor.submit(visitor.open(SERVICE).form(SERVICE)).location());
        answer("place", Map.of("postcode", "7616611301"));
        answer("trade", Map.of("trade", "clothing"));
        answer("name", Map.of("unitName", "نمونه"));
    }

    private void answer(String page, Map<String, String> answers) {
        String action = draft + "/form/" + page;
        Visitor.Form form = visitor.open(action).form(action);
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            form = form.with(answer.getKey(), answer.getValue());
        }
        visitor.submit(form);
    }

    String code() {
        return draft.substring("/cases/".length());
    }

    /** Goes on until interrupted; what breaks while the program is down is tried again. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                send();
            } catch (AssertionError | RuntimeException | IOException e) {
                rest(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void send() throws IOException, InterruptedException {
        String action = draft + "/form/plan";
        Visitor.Form form = visitor.open(action).form(action);
        byte[] file = file();
        String line = code() + " " + sha256(file);
        sent.keep(line);
        HttpResponse<Void> answer =
                client.send(
                        request(action)
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> body(form, file)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() == 303 && next.endsWith(draft + "/check")) {
            kept.keep(line);
        }
    }

    private byte[] file() {
        byte[] file = new byte[20_000 + random.nextInt(LARGEST)];
        random.nextBytes(file);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }

    private InputStream body(Visitor.Form form, byte[] file) {
        var start = new StringBuilder();
        form.fields()
                .forEach(
                        (name, value) ->
                                start.append(head("name=\"" + name + "\""))
                                        .append(value)
                                        .append("\r\n"));
        start.append(head("name=\"plan\"; filename=\"plan.pdf\""));
        return new SequenceInputStream(
                Collections.enumeration(
                        List.of(
                                bytes(start.toString()),
                                new SlowLine(file),
                                bytes("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    private static String head(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands a file out in pieces, and says when it begins and ends. */
    private final class SlowLine extends ByteArrayInputStream {

        SlowLine(byte[] file) {
            super(file);
        }

        @Override
        public synchronized int read(byte[] into, int from, int most) {
            if (pos == 0) {
                aim.at(Step.ARRIVING);
            }
            rest(1 + random.nextInt(3));
            int read = super.read(into, from, Math.min(most, 16_384));
            if (read == -1) {
                aim.at(Step.STORING);
            }
            return read;
        }
    }

    /** What Dargah gives back under this id. */
    byte[] download(String document) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(
                        request(draft + "/files/" + document).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer + " for a file that is kept");
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        String cookies =
                visitor.cookieValues().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", cookies);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rest(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
