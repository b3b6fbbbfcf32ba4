package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.sandbox.people.Personas.GRADUATE;

import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class SendingNonsenseAsAPasskeyTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "\"text\"",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\"}",
                "{\"id\":1,\"response\":{\"clientDataJSON\":\"%%\",\"signature\":[]}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{"
                        + "\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\","
                        + "\"signature\":\"AAAA\"},\"clientExtensionResults\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{"
                        + "\"clientDataJSON\":\"AAAA\",\"attestationObject\":\"oA\"},"
                        + "\"clientExtensionResults\":{}}"
            })
    void whatNoBrowserAnswersIsABadRequest(String credential) {
        Visitor visitor = new Visitor(port);
        assertThat(send(visitor, "/sign-in/passkey", credential)).isEqualTo(400);
        visitor.signIn(GRADUATE, "/me");
        assertThat(send(visitor, "/me/passkeys", credential)).isEqualTo(400);
    }

    private static int send(Visitor visitor, String address, String credential) {
        var fields = visitor.open("/sign-in").form("/sign-in").fields();
        return visitor.submit(new Visitor.Form(address, fields).with("credential", credential))
                .status();
    }

    @Test
    void whatIsFarTooLongIsABadRequest() {
        assertThat(send(new Visitor(port), "/sign-in/passkey", "[".repeat(60_000))).isEqualTo(400);
    }

    @Test
    void nobodyAddsAPasskeyWithoutSigningIn() {
        Visitor visitor = new Visitor(port);
        for (String address :
                new String[] {
                    "/me/passkeys", "/me/passkeys/challenges", "/me/passkeys/x/removal"
                }) {
            assertThat(send(visitor, address, "{}")).isEqualTo(303);
        }
        assertThat(visitor.open("/me/passkeys").location()).startsWith("/sign-in?continue=");
    }

    @Test
    void aReloadOfTheRefusalLeadsToTheDoor() {
        assertThat(new Visitor(port).open("/sign-in/passkey").location()).isEqualTo("/sign-in");
    }
}
