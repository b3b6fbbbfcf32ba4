package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.World;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Manner;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.kernel.NationalId;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Degree;
import org.dargah.sandbox.people.Gender;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An employer's program that checks degrees, for which the law asks for consent. */
public final class Employer {

    static final String DEGREES = "degrees/latest@1";
    static final String PURPOSE = "degree-check";

    /** On whose behalf it may ask. */
    static final String PARTY = "COM/insurer-1";

    private static final Bounds BOUNDS =
            new Bounds(1_000, 100_000, null, Set.of(), Set.of(PARTY), LocalDate.of(2099, 12, 31));

    private static final AtomicInteger SERIALS = new AtomicInteger(660_000);

    private final Body body;

    private Employer(Body body) {
        this.body = body;
    }

    static Employer admitted(Bodies bodies, String title, int port) {
        return admitted(bodies, title, Manner.FIELDS, port);
    }

    static Employer admitted(Bodies bodies, String title, Manner manner, int port) {
        Body body = bodies.admit(title, "education", port);
        bodies.allow(
                body,
                DEGREES,
                PURPOSE,
                manner,
                BOUNDS,
                "level",
                "levelTitle",
                "field",
                "university",
                "year");
        return new Employer(body);
    }

    Body body() {
        return body;
    }

    /** Somebody whom nobody has met. */
    public static Citizen newcomer() {
        int serial = SERIALS.incrementAndGet();
        var citizen =
                new Citizen(
                        NationalId.demo(serial).digits(),
                        "رضایت",
                        "نمونه‌پور",
                        "پدرنمونه",
                        Gender.FEMALE,
                        LocalDate.of(1990, 4, 5),
                        null,
                        List.of("0913" + (1_000_000 + serial)),
                        null,
                        new Degree("master", "حسابداری", "دانشگاه نمونه", 1399),
                        null);
        outside("POST", "/people", JsonMapper.shared().writeValueAsString(List.of(citizen)));
        return citizen;
    }

    /** Of the sandbox. */
    static void outside(String method, String path, String json) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(
                                    HttpRequest.newBuilder(World.outside().url().resolve(path))
                                            .header("Content-Type", "application/json")
                                            .method(
                                                    method,
                                                    HttpRequest.BodyPublishers.ofString(json))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode();
            if (status >= 300) {
                throw new AssertionError(path + " " + status);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> wish(Citizen citizen, Object... more) {
        var wish = new HashMap<String, Object>();
        wish.put("registry", DEGREES);
        wish.put("purpose", PURPOSE);
        wish.put("fields", List.of("levelTitle", "year"));
        wish.put(
                "subject",
                Map.of(
                        "nationalId",
                        citizen.nationalId(),
                        "birthDate",
                        citizen.birthDate().toString(),
                        "mobile",
                        citizen.mobile()));
        wish.put("until", Instant.now().plusSeconds(86_400).toString());
        wish.put("reference", "HR-77");
        for (int i = 0; i < more.length; i += 2) {
            wish.put((String) more[i], more[i + 1]);
        }
        return wish;
    }

    Program.Reply wants(Citizen citizen, Object... more) {
        return wants(UUID.randomUUID().toString(), wish(citizen, more));
    }

    Program.Reply wants(String key, Map<String, Object> wish) {
        return body.program()
                .request(
                        "POST",
                        "/api/v1/consents",
                        Map.of("Content-Type", "application/json", "Idempotency-Key", key),
                        JsonMapper.shared().writeValueAsString(wish));
    }

    /** Asks at the counter; the code that came to the person's phone. */
    Counter atCounter(Citizen citizen, Object... more) {
        int before = Visitor.smsTo(citizen.mobile()).size();
        Map<String, Object> wish = wish(citizen, more);
        wish.put("way", "counter");
        Program.Reply asked = wants(UUID.randomUUID().toString(), wish);
        if (asked.status() != 201) {
            throw new AssertionError(asked.body());
        }
        return new Counter(asked.at("/id"), Visitor.newCode(citizen.mobile(), before));
    }

    /** A consent that waits for its code. */
    record Counter(String id, String code) {}

    Program.Reply tells(String id, String code) {
        return body.program().post("/api/v1/consents/" + id + "/code", Map.of("code", code));
    }

    /** The id of a consent that was given at the counter. */
    String consented(Citizen citizen, Object... more) {
        Counter counter = atCounter(citizen, more);
        Program.Reply given = tells(counter.id(), counter.code());
        if (given.status() != 200) {
            throw new AssertionError(given.body());
        }
        return counter.id();
    }

    Program.Reply asks(Citizen citizen, String... fields) {
        return body.program()
                .post(
                        "/api/v1/inquiries",
                        Map.of(
                                "registry",
                                DEGREES,
                                "purpose",
                                PURPOSE,
                                "keys",
                                Map.of("nationalId", citizen.nationalId()),
                                "fields",
                                List.of(fields)));
    }

    Program.Reply reads(String id) {
        return body.program().get("/api/v1/consents/" + id);
    }

    static void isMissing(Program.Reply reply, String words) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        assertThat(reply.at("/reason")).isEqualTo("consent-missing");
        assertThat(reply.at("/detail")).contains(words);
    }

    static List<Program.Reply> atOnce(int times, Callable<Program.Reply> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(Collections.nCopies(times, call));
            var results = new ArrayList<Program.Reply>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        }
    }

    /** How often this was recorded of a consent. */
    static int acts(JdbcClient jdbc, String act, String id) {
        return jdbc.sql(
                        "select count(*) from acts.act where act = :act"
                                + " and details ->> 'consent' = :id")
                .param("act", act)
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
