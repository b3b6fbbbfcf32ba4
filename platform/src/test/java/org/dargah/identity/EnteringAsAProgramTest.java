package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class EnteringAsAProgramTest {

    private static final CurrentOfficer ADMINISTRATOR =
            new CurrentOfficer(
                    new Province("IR-08"),
                    OfficerId.next(java.time.Clock.systemUTC()),
                    "administrator",
                    "نمونه",
                    "مدیر سامانه",
                    new AgencyCode("dargah"),
                    Set.of(Role.ADMINISTRATOR));

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired Clients clients;

    @Test
    void aTokenCarriesTheScopesThatWereAskedForAndEndsByItself() {
        Program.Reply token =
                Program.token(accounts.clientId(), accounts.clientSecret(), "cases.read", port);

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.at("/scope")).isEqualTo("cases.read");
        assertThat(token.json().at("/expires_in").asInt()).isBetween(890, 900);
        assertThat(token.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aWrongSecretAnUnknownClientAndAForeignScopeGetNone() {
        assertThat(Program.token(accounts.clientId(), "guess", "", port).at("/error"))
                .isEqualTo("invalid_client");
        assertThat(Program.token("nobody", "guess", "", port).status()).isEqualTo(401);
        assertThat(
                        Program.token(
                                        accounts.clientId(),
                                        accounts.clientSecret(),
                                        "everything",
                                        port)
                                .at("/error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void withoutATokenOrWithAForgedOneNothingOpens() {
        Program.Reply none = new Program(port).get("/api/v1/cases");
        Program.Reply forged =
                Program.bearing("eyJhbGciOiJub25lIn0.e30.", port).get("/api/v1/cases");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(none.at("/type")).isEqualTo("/problems/not-signed-in");
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aTokenForReadingDoesNotHandIn() {
        Program reader =
                Program.with(accounts.clientId(), accounts.clientSecret(), "cases.read", port);

        assertThat(reader.get("/api/v1/cases").status()).isEqualTo(200);
        Program.Reply refused = reader.submit("k", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(refused.at("/type")).isEqualTo("/problems/not-allowed");
    }

    @Test
    void oneProgramDoesNotSeeTheCasesOfAnotherAndAClosedOneSeesNothing() {
        Clients.Admitted other =
                clients.admit(
                        "سامانهٔ نمونه",
                        new AgencyCode("dargah"),
                        EnumSet.allOf(Scope.class),
                        ADMINISTRATOR);
        String code =
                Program.of(accounts, port)
                        .apply(
                                java.util.UUID.randomUUID().toString(),
                                "education/degree-confirmation",
                                org.dargah.sandbox.people.Personas.GRADUATE,
                                Map.of("recipient", "study"))
                        .at("/trackingCode");
        Program stranger = Program.with(other.client().id(), other.secret(), Program.ALL, port);

        assertThat(stranger.get("/api/v1/cases").json().at("/items").size()).isZero();
        assertThat(stranger.get("/api/v1/cases/" + code).status()).isEqualTo(404);
        assertThat(stranger.post("/api/v1/cases/" + code + "/withdrawal", Map.of()).status())
                .isEqualTo(404);

        assertThat(clients.close(other.client().id(), ADMINISTRATOR)).isTrue();
        assertThat(stranger.get("/api/v1/cases").status()).isEqualTo(401);
        assertThat(Program.token(other.client().id(), other.secret(), Program.ALL, port).status())
                .isEqualTo(401);
    }

    @Test
    void aTokenOpensNoPageOfPeopleOrOfficials() {
        Program counter = Program.of(accounts, port);

        assertThat(counter.get("/me").status()).isEqualTo(303);
        assertThat(counter.get("/work").status()).isEqualTo(303);
        assertThat(counter.get("/actuator/prometheus").status()).isEqualTo(401);
    }
}
