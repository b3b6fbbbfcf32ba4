package org.dargah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.inquiries.Employer;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Tehran;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An organisation's program that wants to ask the civil registry. */
final class Organisation {

    static final String SERVICE = "governorate/registry-access";
    private static final int TRIES = 300;

    /** With a phone of their own: the sandbox shows the latest messages of each only. */
    static final Citizen OFFICIAL = Employer.newcomer();

    private final Body body;

    Organisation(Body body) {
        this.body = body;
    }

    String id() {
        return body.client().id();
    }

    Program program() {
        return body.program();
    }

    static Map<String, Object> answers(Object... changed) {
        Map<String, Object> answers =
                new HashMap<>(
                        Map.of(
                                "registry", "civil/person@1",
                                "purpose", "service-delivery",
                                "manner", "fields",
                                "fields", "firstName, birthDate",
                                "need", "به‌جای رونوشت شناسنامه که امروز از هر متقاضی می‌گیریم",
                                "position", "مدیر فناوری اطلاعات",
                                "perDay", 2000,
                                "perMinute", 20,
                                "volume", "هر روز نزدیک دو هزار نفر مراجعه می‌کنند",
                                "until", LocalDate.now(Tehran.ZONE).plusMonths(6).toString()));
        for (int i = 0; i < changed.length; i += 2) {
            answers.put((String) changed[i], changed[i + 1]);
        }
        return answers;
    }

    Program.Reply apply(String key, Object... changed) {
        return program().apply(key, SERVICE, OFFICIAL, answers(changed));
    }

    /** Hands in and waits until an officer can decide; the tracking code. */
    String reviewed(Object... changed) {
        Program.Reply taken = apply(UUID.randomUUID().toString(), changed);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        String code = taken.at("/trackingCode");
        until(code, whole -> whole.at("/brief/stage").asString().equals("reviewing"));
        return code;
    }

    JsonNode until(String code, Predicate<JsonNode> come) {
        for (int tries = 0; tries < TRIES; tries++) {
            JsonNode whole = program().get("/api/v1/cases/" + code).json();
            if (come.test(whole)) {
                return whole;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError(program().get("/api/v1/cases/" + code).body());
    }

    /** Waits until the case tells of it. */
    JsonNode happened(String code, String act) {
        return until(code, whole -> whole.at("/timeline").toString().contains(act));
    }

    JsonNode rights() {
        return program().get("/api/v1/access-rights").json().at("/items");
    }

    int asks() {
        return program()
                .post(
                        "/api/v1/inquiries",
                        Map.of(
                                "registry",
                                "civil/person@1",
                                "purpose",
                                "service-delivery",
                                "keys",
                                Map.of("nationalId", Personas.GRADUATE.nationalId()),
                                "fields",
                                List.of("birthDate")))
                .status();
    }

    static Visitor.Page decide(Visitor officer, String code, Map<String, String> typed) {
        Visitor.Form form =
                officer.open("/work/cases/" + code).form("/work/cases/" + code + "/decision");
        for (Map.Entry<String, String> one : typed.entrySet()) {
            form = form.with(one.getKey(), one.getValue());
        }
        return officer.submit(form);
    }

    static Visitor.Page approve(Visitor officer, String code) {
        return decide(officer, code, Map.of("choice", "APPROVE"));
    }

    static CaseId caseId(JdbcClient jdbc, String code) {
        return new CaseId(
                jdbc.sql(
                                """
                                select id from cases.case_file
                                where province = 'IR-08' and tracking = :code
                                """)
                        .param("code", code)
                        .query(UUID.class)
                        .single());
    }

    static long acts(JdbcClient jdbc, String code, String act) {
        return jdbc.sql(
                        """
                        select count(*) from acts.act
                        where province = 'IR-08' and case_id = :case and act = :act
                        """)
                .param("case", caseId(jdbc, code).value())
                .param("act", act)
                .query(Long.class)
                .single();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static String wrong(Program.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        return reply.body();
    }
}
