package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.sandbox.people.Personas.GRADUATE;
import static org.dargah.sandbox.people.Personas.SHOPKEEPER;

import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class LosingTheSessionInMidFormTest {

    private static final String KEY = "6f1c1f0e-0000-4000-8000-000000000001";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private Visitor visitor = new Visitor(0);
    private Visitor.Form form = new Visitor.Form("", java.util.Map.of());

    /** Signed in, a form open; then the session is gone. */
    @BeforeEach
    void fillIn() {
        visitor = new Visitor(port);
        visitor.signIn(SHOPKEEPER, "/apply/echo");
        String token = visitor.open("/sign-in").form("/sign-in").fields().get("_csrf");
        form =
                new Visitor.Form("/apply/echo", java.util.Map.of("_csrf", String.valueOf(token)))
                        .with("_key", KEY)
                        .with("shopName", "نان «کوهپایه»");
        assertThat(visitor.submit(form).body()).contains("نان «کوهپایه»");
        jdbc.sql("delete from identity.spring_session").update();
    }

    @Test
    void whatWasTypedArrivesAfterSigningInAgain() {
        Visitor.Page door = visitor.submit(form);
        assertThat(door.location()).isEqualTo("/sign-in?continue=%2Fapply%2Fecho");

        Visitor.Page in = visitor.signIn(SHOPKEEPER, "/apply/echo");

        assertThat(visitor.follow(in).body()).startsWith("sent by ").contains("نان «کوهپایه»", KEY);
        assertThat(visitor.open("/apply/echo").body()).startsWith("opened by ");
    }

    @Test
    void anotherPersonAtTheSameBrowserDoesNotGetIt() {
        visitor.submit(form);
        Visitor.Page in = visitor.signIn(GRADUATE, "/apply/echo");
        assertThat(visitor.follow(in).body()).startsWith("opened by ");
        assertThat(visitor.open("/apply/echo?resumed").body()).startsWith("opened by ");
    }

    @Test
    void aStrangersFormIsNotTaken() {
        Visitor stranger = new Visitor(port);
        assertThat(stranger.submit(form).status()).isEqualTo(403);
    }
}
