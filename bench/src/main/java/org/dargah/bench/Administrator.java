package org.dargah.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demo's administrator at the pages for programs and their rights. */
final class Administrator implements AutoCloseable {

    private static final Pattern TOKEN =
            Pattern.compile("<input[^>]*name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern ADMITTED = Pattern.compile("/work/clients/([0-9a-z-]+)\">");
    private static final String AGENCY = "education";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI home;

    Administrator(String home, String password) throws IOException, InterruptedException {
        this.home = URI.create(home);
        Page in =
                fill(
                        "/work/sign-in",
                        "/work/sign-in",
                        "username=administrator&password=" + password);
        require(in.status() == 303, in);
    }

    private record Page(int status, String body, String location) {}

    /** Admits a program; what it is called from then on. */
    String admit(String title) throws IOException, InterruptedException {
        Page page =
                fill(
                        "/work/clients",
                        "/work/clients",
                        form(Map.of("title", title, "agency", AGENCY, "scopes", "inquiries")));
        // The notice about the program that was just admitted stands before the list of all.
        Matcher id = ADMITTED.matcher(page.body());
        require(page.status() == 200 && id.find(), page);
        return id.group(1);
    }

    /** As X-Road names it. */
    static String name(String program) {
        return "IR-08/GOV/" + AGENCY + "/" + program;
    }

    /** The certificate with its authority's, for a request. */
    String certify(String program, String request) throws IOException, InterruptedException {
        String address = "/work/clients/" + program;
        Page made = fill(address, address + "/certificates", form(Map.of("request", request)));
        require(made.status() == 303, made);
        return get(home.resolve(made.location()).getPath() + "/chain").body();
    }

    void grant(String program, String registry, String manner, List<String> fields)
            throws IOException, InterruptedException {
        String address = "/work/rights/" + program + "/new";
        String query = "?registry=" + registry + "&purpose=" + Question.PURPOSE;
        String typed =
                form(
                        Map.of(
                                "registry", registry,
                                "purpose", Question.PURPOSE,
                                "manner", manner,
                                "perMinute", "10000000",
                                "perDay", "10000000",
                                "until.day", "29",
                                "until.month", "12",
                                "until.year", "1420"));
        String ticked =
                fields.stream().map(field -> "&fields=" + field).collect(Collectors.joining());
        Page granted = fill(address + query, address, typed + ticked);
        require(granted.status() == 303, granted);
    }

    /** Opens a page and sends its form. */
    private Page fill(String page, String action, String typed)
            throws IOException, InterruptedException {
        Page opened = get(page);
        Matcher token = TOKEN.matcher(opened.body());
        require(token.find(), opened);
        return send(
                HttpRequest.newBuilder(home.resolve(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        typed + "&_csrf=" + encoded(token.group(1)))));
    }

    private Page get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(home.resolve(path)));
    }

    private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Page(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Location").orElse(""));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, Page page) throws IOException {
        if (!holds) {
            throw new IOException(
                    "The page is not as expected: " + page.status() + "\n" + page.body());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
