package org.dargah;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dargah.kernel.JalaliDate;
import org.dargah.sandbox.people.Citizen;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person with a browser that knows no JavaScript: opens pages, fills in forms, keeps cookies, and
 * reads the phone in the sandbox. Redirects are followed only when asked.
 */
@NullMarked
public final class Visitor {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern TAG = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI home;

    public Visitor(int port) {
        this.home = URI.create("http://127.0.0.1:" + port);
    }

    /** A page as it came. */
    public record Page(int status, String body, @Nullable String location, HttpResponse<?> raw) {

        /** The one form that is sent to this address, with its hidden fields. */
        public Form form(String action) {
            Matcher form =
                    Pattern.compile(
                                    "<form[^>]*action=\""
                                            + Pattern.quote(action)
                                            + "\"[^>]*>(.*?)</form>",
                                    Pattern.DOTALL)
                            .matcher(body);
            if (!form.find()) {
                throw new AssertionError("No form to " + action + " on this page:\n" + body);
            }
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher hidden = TAG.matcher(form.group(1));
            while (hidden.find()) {
                fields.put(attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
            }
            return new Form(action, fields);
        }

        private static String attribute(String tag, String name) {
            Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            return value.find() ? value.group(1).replace("&amp;", "&") : "";
        }
    }

    /** A form to be filled in. */
    public record Form(String action, Map<String, String> fields) {

        public Form with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Form(action, more);
        }
    }

    public Page open(String path) {
        return send(HttpRequest.newBuilder(home.resolve(path)).GET());
    }

    /** A file as it came. */
    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(home.resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + path);
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public Page submit(Form form) {
        return submit(form, Map.of());
    }

    /** A form on which several boxes of one name are ticked. */
    public Page submit(Form form, String name, List<String> ticked) {
        return post(
                form,
                body(form)
                        + ticked.stream()
                                .map(value -> "&" + encoded(name) + "=" + encoded(value))
                                .collect(Collectors.joining()),
                Map.of());
    }

    public Page submit(Form form, Map<String, String> headers) {
        return post(form, body(form), headers);
    }

    private static String body(Form form) {
        return form.fields().entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Page post(Form form, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(home.resolve(form.action()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Sends a form with a file, as browsers do. */
    public Page upload(Form form, String field, String fileName, byte[] content) {
        String boundary = "visitor-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> one : form.fields().entrySet()) {
            lines(
                    body,
                    "--" + boundary,
                    "Content-Disposition: form-data; name=\"" + one.getKey() + "\"",
                    "",
                    one.getValue());
        }
        lines(
                body,
                "--" + boundary,
                "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\""
                        .formatted(field, fileName),
                "Content-Type: application/octet-stream",
                "");
        body.writeBytes(content);
        lines(body, "", "--" + boundary + "--");
        return send(
                HttpRequest.newBuilder(home.resolve(form.action()))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void lines(ByteArrayOutputStream body, String... lines) {
        for (String line : lines) {
            body.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").map(this::path).orElse(null),
                    answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String path(String location) {
        return location.startsWith(home.toString())
                ? location.substring(home.toString().length())
                : location;
    }

    /** Follows redirects within Dargah until a page comes. */
    public Page follow(Page page) {
        Page now = page;
        while (now.location() != null && now.status() >= 300 && now.status() < 400) {
            now = open(now.location());
        }
        return now;
    }

    /** Opens the door with what this citizen knows; the page that answers. */
    public Page claim(Citizen citizen, String wanted) {
        return claim(citizen, citizen.birthDate(), mobileOf(citizen), wanted);
    }

    public Page claim(
            Citizen citizen, java.time.LocalDate birthDate, String mobile, String wanted) {
        JalaliDate birth = JalaliDate.of(birthDate);
        return submit(
                open("/sign-in?continue=" + encoded(wanted))
                        .form("/sign-in")
                        .with("nationalId", citizen.nationalId())
                        .with("birthDate.day", "" + birth.day())
                        .with("birthDate.month", "" + birth.month())
                        .with("birthDate.year", "" + birth.year())
                        .with("mobile", mobile));
    }

    public static String mobileOf(Citizen citizen) {
        return citizen.mobiles().getFirst();
    }

    /** Signs in from the first page to the last; answers the redirect to the wanted page. */
    public Page signIn(Citizen citizen, String wanted) {
        int before = smsTo(mobileOf(citizen)).size();
        Page sent = claim(citizen, wanted);
        if (!"/sign-in/code".equals(sent.location())) {
            throw new AssertionError(
                    "Sign-in went no further: " + sent.status() + "\n" + sent.body());
        }
        return answer(newCode(mobileOf(citizen), before));
    }

    public Page answer(String code) {
        return submit(open("/sign-in/code").form("/sign-in/code").with("code", code));
    }

    /** The code in the first SMS after those that were there before. */
    public static String newCode(String mobile, int before) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var texts = smsTo(mobile);
            if (texts.size() > before) {
                Matcher code = CODE.matcher(texts.getFirst());
                if (code.find()) {
                    return code.group(1);
                }
            }
            pause();
        }
        throw new AssertionError("No SMS came");
    }

    /** The texts on a phone of the sandbox, newest first. */
    public static List<String> smsTo(String mobile) {
        try (HttpClient gateway = HttpClient.newHttpClient()) {
            URI phone = World.outside().url().resolve("/sandbox/phone/" + mobile + ".json");
            String json =
                    gateway.send(
                                    HttpRequest.newBuilder(phone).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return JsonMapper.shared()
                    .readTree(json)
                    .path("messages")
                    .valueStream()
                    .map(message -> message.path("text").asString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signs in as an official; answers the redirect. */
    public Page signInAtWork(String username, String password) {
        return submit(
                open("/work/sign-in")
                        .form("/work/sign-in")
                        .with("username", username)
                        .with("password", password));
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    public void loseCookie(String name) {
        cookie(name).ifPresent(cookie -> cookies.getCookieStore().remove(home, cookie));
    }

    public Map<String, String> cookieValues() {
        Map<String, String> values = new HashMap<>();
        cookies.getCookieStore().getCookies().forEach(c -> values.put(c.getName(), c.getValue()));
        return values;
    }
}
