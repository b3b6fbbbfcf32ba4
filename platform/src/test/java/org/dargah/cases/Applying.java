package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.dargah.Visitor;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;

/** A citizen on the way to a case, without a browser. */
final class Applying {

    static final String CERTIFICATE = "/apply/education/degree-confirmation";
    static final String LICENCE = "/apply/asnaf/business-licence";

    final Visitor visitor;
    String code = "";

    Applying(int port) {
        this.visitor = new Visitor(port);
    }

    /** Signs in and opens a draft. */
    Applying draft(Citizen citizen, String service) {
        Visitor.Page start = visitor.follow(visitor.signIn(citizen, service));
        Visitor.Page opened = visitor.submit(start.form(service));
        assertThat(opened.status()).isEqualTo(303);
        code = Objects.requireNonNull(opened.location()).substring("/cases/".length());
        return this;
    }

    /**
     * From the first page to the last of a change of land use, or of another pack with its form.
     */
    Applying landUse(String service) {
        draft(Personas.SHOPKEEPER, service);
        answer("place", Map.of("postcode", "7616611301"));
        answer("location", Map.of());
        answer("size", Map.of("area", "120"));
        answer("use", Map.of("newUse", "store"));
        answer("why", Map.of("why", "انبار برای پسته لازم است."));
        answer("plan", Map.of());
        visitor.submit(lastForm());
        return this;
    }

    String form(String page) {
        return "/cases/" + code + "/form/" + page;
    }

    /** Sends a file as the answer to a page of one question, which is called like the page. */
    Visitor.Page upload(String page, String content) {
        return upload(page, content.getBytes(StandardCharsets.UTF_8));
    }

    Visitor.Page upload(String page, byte[] content) {
        return visitor.upload(visitor.open(form(page)).form(form(page)), page, "list.csv", content);
    }

    Visitor.Page answer(String page, Map<String, String> answers) {
        String action = "/cases/" + code + "/form/" + page;
        Visitor.Form form = visitor.open(action).form(action);
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            form = form.with(answer.getKey(), answer.getValue());
        }
        return visitor.submit(form);
    }

    /** The last page with its tick, ready to be sent. */
    Visitor.Form lastForm() {
        Visitor.Page check = visitor.open("/cases/" + code + "/check");
        assertThat(check.status()).isEqualTo(200);
        return check.form("/cases/" + code + "/submission").with("agreed", "true");
    }

    Visitor.Page page() {
        return visitor.open("/cases/" + code);
    }

    /** Opens the case until it says so. */
    void waitFor(String text) {
        for (int tries = 0; tries < 300; tries++) {
            if (page().body().contains(text)) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(page().body()).contains(text);
    }
}
