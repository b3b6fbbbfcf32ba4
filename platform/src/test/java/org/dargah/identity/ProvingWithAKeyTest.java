package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.ProgramKey;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bank's program shows that it holds a key, and never tells anybody what would open the door. */
@DargahTest
class ProvingWithAKeyTest {

    private static final CurrentOfficer ADMINISTRATOR =
            new CurrentOfficer(
                    new Province("IR-08"),
                    OfficerId.next(Clock.systemUTC()),
                    "administrator",
                    "نمونه",
                    "مدیر سامانه",
                    new AgencyCode("dargah"),
                    Set.of(Role.ADMINISTRATOR));

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    @Value("${dargah.address}")
    String address;

    private CurrentClient bank;
    private final ProgramKey key = ProgramKey.ec();

    @BeforeEach
    void admit() {
        Clients.Admitted admitted = admit(Set.of(Scope.INQUIRIES));
        bank = admitted.client();
        proofs.register(bank, key.pem(), ADMINISTRATOR);
    }

    private Clients.Admitted admit(Set<Scope> scopes) {
        return clients.admit("بانک نمونه", new AgencyCode("education"), scopes, ADMINISTRATOR);
    }

    private Program.Reply shown(String assertion) {
        return Program.signed(assertion, "inquiries", port);
    }

    private List<String> acts() {
        return jdbc.sql(
                        """
                        select act from acts.act
                        where province = 'IR-08' and details ->> 'client' = :client order by id
                        """)
                .param("client", bank.id())
                .query((row, number) -> row.getString("act"))
                .list();
    }

    @Test
    void itsOwnKeyGetsATokenForInquiries() {
        Program.Reply token = shown(key.assertion(bank.id(), address + "/oauth2/token"));

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.at("/scope")).isEqualTo("inquiries");
        assertThat(
                        Program.bearing(token.at("/access_token"), port)
                                .get("/api/v1/access-rights")
                                .status())
                .isEqualTo(200);
        assertThat(acts()).containsExactly("CLIENT_ADMITTED", "CLIENT_KEY_REGISTERED");
    }

    @Test
    void anothersKeyGetsNone() {
        Program.Reply stranger = shown(ProgramKey.ec().assertion(bank.id(), address));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.at("/error")).isEqualTo("invalid_client");

        CurrentClient house = admit(Set.of(Scope.INQUIRIES)).client();
        ProgramKey theirs = ProgramKey.rsa(2048);
        proofs.register(house, theirs.pem(), ADMINISTRATOR);
        assertThat(shown(theirs.assertion(bank.id(), address)).status()).isEqualTo(401);
        assertThat(shown(theirs.assertion(house.id(), address)).status()).isEqualTo(200);
    }

    @Test
    void anAssertionOpensOnce() {
        String assertion = key.assertion(bank.id(), address);

        assertThat(shown(assertion).status()).isEqualTo(200);
        assertThat(shown(assertion).status()).isEqualTo(401);
    }

    @Test
    void anAssertionForOthersOrForTooLongOrPastOpensNothing() {
        Instant now = Instant.now();
        assertThat(shown(key.assertion(bank.id(), "https://elsewhere.example")).status())
                .isEqualTo(401);
        assertThat(
                        shown(
                                        key.assertion(
                                                bank.id(),
                                                address,
                                                it ->
                                                        it.expirationTime(
                                                                Date.from(now.minusSeconds(60)))))
                                .status())
                .isEqualTo(401);
        assertThat(
                        shown(
                                        key.assertion(
                                                bank.id(),
                                                address,
                                                it ->
                                                        it.expirationTime(
                                                                Date.from(now.plusSeconds(3600)))))
                                .status())
                .isEqualTo(401);
        assertThat(shown(key.assertion(bank.id(), address, it -> it.expirationTime(null))).status())
                .isEqualTo(401);
        assertThat(shown(key.assertion(bank.id(), address, it -> it.jwtID(null))).status())
                .isEqualTo(401);
        assertThat(shown(key.assertion(bank.id(), address, it -> it.issuer("other"))).status())
                .isEqualTo(401);
        assertThat(shown("eyJhbGciOiJub25lIn0.e30.").status()).isEqualTo(401);
        assertThat(shown("nonsense").status()).isEqualTo(401);
    }

    @Test
    void oneKeyTakesOverFromAnother() {
        ProgramKey next = ProgramKey.rsa(3072);
        proofs.register(bank, next.pem(), ADMINISTRATOR);
        assertThat(proofs.keys(bank.id())).hasSize(2);
        assertThat(shown(key.assertion(bank.id(), address)).status()).isEqualTo(200);
        assertThat(shown(next.assertion(bank.id(), address)).status()).isEqualTo(200);

        String old = proofs.keys(bank.id()).getFirst().fingerprint();
        assertThat(proofs.remove(bank.id(), old, ADMINISTRATOR)).isTrue();

        assertThat(shown(key.assertion(bank.id(), address)).status()).isEqualTo(401);
        assertThat(shown(next.assertion(bank.id(), address)).status()).isEqualTo(200);
        assertThat(acts())
                .containsExactly(
                        "CLIENT_ADMITTED",
                        "CLIENT_KEY_REGISTERED",
                        "CLIENT_KEY_REGISTERED",
                        "CLIENT_KEY_REMOVED");
    }

    @Test
    void whatWasGivenForAKeyEndsWithItAtTheNextRequest() {
        ProgramKey next = ProgramKey.rsa(3072);
        proofs.register(bank, next.pem(), ADMINISTRATOR);
        Program old = bearing(shown(key.assertion(bank.id(), address)));
        assertThat(old.get("/api/v1/access-rights").status()).isEqualTo(200);

        proofs.remove(bank.id(), proofs.keys(bank.id()).getFirst().fingerprint(), ADMINISTRATOR);

        assertThat(old.get("/api/v1/access-rights").status()).isEqualTo(401);
        assertThat(old.get("/r1/IR-08/GOV/science/degrees/allowedMethods").header("X-Road-Error"))
                .isEqualTo("Server.ClientProxy.SslAuthenticationFailed");
        // A token of the very second of the removal is taken for an old one.
        Awaitility.await()
                .until(
                        () ->
                                bearing(shown(next.assertion(bank.id(), address)))
                                        .get("/api/v1/access-rights")
                                        .status(),
                        status -> status == 200);
    }

    private Program bearing(Program.Reply given) {
        return Program.bearing(given.at("/access_token"), port);
    }

    @Test
    void noSecretOpensInquiries() {
        Clients.Admitted all = admit(EnumSet.allOf(Scope.class));

        assertThat(admit(Set.of(Scope.INQUIRIES)).secret()).isEmpty();
        assertThat(Program.token(bank.id(), "guess", "inquiries", port).status()).isEqualTo(401);
        assertThat(Program.token(all.client().id(), all.secret(), "cases.read", port).status())
                .isEqualTo(200);
        Program.Reply refused =
                Program.token(all.client().id(), all.secret(), "cases.read+inquiries", port);
        assertThat(refused.at("/error")).isEqualTo("invalid_scope");
        assertThat(
                        Program.token(
                                        accounts.clientId(),
                                        accounts.clientSecret(),
                                        "inquiries",
                                        port)
                                .at("/error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void whatIsNoStrongPublicKeyIsNotTaken() {
        var pair = ProgramKey.ec().pair();
        ECKey.Builder jwk = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic());

        assertThat(refusal("")).isEqualTo(ProofFault.UNREADABLE);
        assertThat(refusal("{\"kty\":\"EC\"}")).isEqualTo(ProofFault.UNREADABLE);
        assertThat(refusal(ProgramKey.ec().pem().replace('A', '!')))
                .isEqualTo(ProofFault.UNREADABLE);
        assertThat(refusal(ProgramKey.ec().request())).isEqualTo(ProofFault.UNREADABLE);
        assertThat(refusal(ProgramKey.ec().privatePem())).isEqualTo(ProofFault.PRIVATE);
        assertThat(refusal(jwk.privateKey((ECPrivateKey) pair.getPrivate()).build().toJSONString()))
                .isEqualTo(ProofFault.PRIVATE);
        assertThat(refusal(new OctetSequenceKey.Builder(new byte[32]).build().toJSONString()))
                .isEqualTo(ProofFault.PRIVATE);
        assertThat(refusal(ProgramKey.rsa(1024).pem())).isEqualTo(ProofFault.WEAK);
        assertThat(refusal(ProgramKey.ec("secp384r1").pem())).isEqualTo(ProofFault.WEAK);
        assertThat(refusal(key.pem())).isEqualTo(ProofFault.KNOWN);
        assertThat(
                        proofs.register(
                                bank,
                                jwk.privateKey((ECPrivateKey) null).build().toJSONString(),
                                ADMINISTRATOR))
                .isInstanceOf(KeyRegistration.Registered.class);
    }

    private ProofFault refusal(String text) {
        return ((KeyRegistration.Refused) proofs.register(bank, text, ADMINISTRATOR)).why();
    }
}
