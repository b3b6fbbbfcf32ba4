package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programs of bodies that ask by the public API. Each proves itself with a key of its own, which
 * nobody keeps: after an interruption it registers another.
 */
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ASSERTION = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final URI home;
    private final String address;
    private final Clock clock;
    private final Office office;
    private final Map<String, KeyPair> keys = new HashMap<>();

    /**
     * @param address of the program, as its tokens name it
     */
    Asking(HttpClient client, URI home, String address, Clock clock, Office office) {
        this.client = client;
        this.home = home;
        this.address = address;
        this.clock = clock;
        this.office = office;
    }

    Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Asks a registry about somebody; a refusal is an answer too.
     *
     * @param what {@code fields} or {@code match}, and which
     */
    String ask(
            String program,
            String registry,
            String purpose,
            String about,
            String issue,
            Map.Entry<String, ?> what)
            throws IOException, InterruptedException, Stuck {
        post(
                program,
                "/api/v1/inquiries",
                Map.of(
                        "registry",
                        registry,
                        "purpose",
                        purpose,
                        "keys",
                        Map.of("nationalId", about),
                        "issue",
                        issue,
                        what.getKey(),
                        what.getValue()));
        return Errand.NOTHING;
    }

    /** Wants a person's consent; its id. */
    String wish(String program, String way, Citizens.Person person, Map<String, ?> wish)
            throws IOException, InterruptedException, Stuck {
        var whole = new HashMap<String, Object>(wish);
        whole.put("way", way);
        whole.put(
                "subject",
                Map.of(
                        "nationalId", person.nationalId(),
                        "birthDate", person.birthDate().toString(),
                        "mobile", person.mobile()));
        JsonNode asked = post(program, "/api/v1/consents", whole);
        String id = asked.path("id").asString("");
        if (id.isEmpty()) {
            throw new Stuck("No consent is asked for: " + asked.path("title").asString(""));
        }
        return id;
    }

    void tellCode(String program, String consent, String code)
            throws IOException, InterruptedException, Stuck {
        post(program, "/api/v1/consents/" + consent + "/code", Map.of("code", code));
    }

    private JsonNode post(String program, String path, Map<String, ?> body)
            throws IOException, InterruptedException, Stuck {
        String bearer = token(program);
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(home.resolve(path))
                                .timeout(PATIENCE)
                                .header("Authorization", "Bearer " + bearer)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 401 || answer.statusCode() >= 500) {
            throw new Stuck(path + " answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** Fresh for each question: the clock has travelled since the last. */
    private String token(String program) throws IOException, InterruptedException, Stuck {
        try {
            String form =
                    "grant_type=client_credentials&scope=inquiries&client_assertion_type="
                            + Visit.encoded(
                                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                            + "&client_assertion="
                            + assertion(program);
            HttpResponse<String> given =
                    client.send(
                            HttpRequest.newBuilder(home.resolve("/oauth2/token"))
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (given.statusCode() != 200) {
                throw new Stuck("No token for " + program + ", " + given.statusCode());
            }
            return JSON.readTree(given.body()).path("access_token").asString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This machine knows no ES256", e);
        }
    }

    /** RFC 7523. */
    private String assertion(String program)
            throws GeneralSecurityException, IOException, InterruptedException, Stuck {
        KeyPair key = key(program);
        String claims =
                JSON.writeValueAsString(
                        Map.of(
                                "iss", program,
                                "sub", program,
                                "aud", address,
                                "jti", UUID.randomUUID().toString(),
                                "exp", clock.instant().plus(ASSERTION).getEpochSecond()));
        String unsigned = packed("{\"alg\":\"ES256\"}") + "." + packed(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        return unsigned + "." + packed(signature.sign());
    }

    private KeyPair key(String program)
            throws GeneralSecurityException, IOException, InterruptedException, Stuck {
        KeyPair known = keys.get(program);
        if (known != null) {
            return known;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair made = generator.generateKeyPair();
        office.register(
                program,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(made.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        keys.put(program, made);
        return made;
    }

    private static String packed(String text) {
        return packed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String packed(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
