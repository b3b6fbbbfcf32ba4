package org.dargah.evidence.verify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** A log on somebody's server. */
final class ServedLog implements LogSource {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String prefix;

    /** An address without a path is that of a whole Dargah. */
    ServedLog(String address) {
        String bare = address.replaceFirst("/+$", "");
        this.prefix = bare.matches("https?://[^/]+") ? bare + "/evidence/" : bare + "/";
    }

    @Override
    public Optional<byte[]> get(String path) throws IOException {
        URI address = URI.create(prefix + path);
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case OK -> Optional.of(answer.body());
                case NOT_FOUND, GONE -> Optional.empty();
                default -> throw new IOException(address + " answers " + answer.statusCode());
            };
        } catch (ConnectException | HttpTimeoutException e) {
            throw new IOException("nobody answers at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading " + address, e);
        }
    }
}
