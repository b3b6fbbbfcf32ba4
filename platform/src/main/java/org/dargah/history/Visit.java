package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser that knows no JavaScript: opens pages, fills in forms, keeps cookies. */
final class Visit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private final HttpClient client;
    private final URI home;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Visit(HttpClient client, URI home) {
        this.client = client;
        this.home = home;
    }

    /** A page as it came. */
    record Page(int status, String body, @Nullable String location) {

        /** The one form that is sent to this address, with its hidden fields, if it is here. */
        Optional<Form> form(String action) {
            Matcher form =
                    Pattern.compile(
                                    "<form[^>]*action=\""
                                            + Pattern.quote(action)
                                            + "\"[^>]*>(.*?)</form>",
                                    Pattern.DOTALL)
                            .matcher(body);
            if (!form.find()) {
                return Optional.empty();
            }
            Map<String, String> fields = new LinkedHashMap<>();
            HIDDEN.matcher(form.group(1))
                    .results()
                    .forEach(
                            tag ->
                                    fields.put(
                                            attribute(tag.group(), "name"),
                                            attribute(tag.group(), "value")));
            return Optional.of(new Form(action, fields));
        }

        private static String attribute(String tag, String name) {
            Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            return value.find() ? value.group(1).replace("&amp;", "&") : "";
        }
    }

    /** A form to be filled in. */
    record Form(String action, Map<String, String> fields) {

        Form with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Form(action, more);
        }
    }

    Page open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(home.resolve(path)).GET());
    }

    Page submit(Form form) throws IOException, InterruptedException {
        return submit(form, "", List.of());
    }

    /**
     * @param values all that is ticked under this name
     */
    Page submit(Form form, String name, List<String> values)
            throws IOException, InterruptedException {
        String body =
                Stream.concat(
                                form.fields().entrySet().stream(),
                                values.stream().map(value -> Map.entry(name, value)))
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(home.resolve(form.action()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer =
                client.send(
                        request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return new Page(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Location").orElse(null));
    }

    private void keep(String header) {
        String cookie = header.split(";", 2)[0];
        int equals = cookie.indexOf('=');
        cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
    }
}
