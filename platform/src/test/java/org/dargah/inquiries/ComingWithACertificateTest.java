package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.ProgramKey;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Rights;
import org.dargah.identity.ClientCertificate;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.identity.SecureDoor;
import org.dargah.inquiries.Bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agency's X-Road client comes by mutual TLS, as it comes to any security server. */
@DargahTest
class ComingWithACertificateTest {

    private static final String SERVICE = "/r1/IR-08/GOV/science/degrees/latest@1/degrees/latest";
    private static final String METHODS = "/r1/IR-08/GOV/science/degrees/listMethods";
    private static final String ASKED = "{\"nationalId\":\"9990000018\"}";
    private static final String UNPROVEN = "Server.ClientProxy.SslAuthenticationFailed";

    @LocalServerPort int port;
    @Autowired SecureDoor door;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;

    @Value("${dargah.address}")
    String address;

    @Autowired Rights rights;
    @Autowired JdbcClient jdbc;

    private final ProgramKey key = ProgramKey.ec();
    private Bodies bodies;
    private Body agency;
    private ClientCertificate certificate;
    private String chain;

    @BeforeEach
    void certify() {
        bodies = new Bodies(clients, proofs, rights, address);
        agency = bodies.admit("ادارهٔ نمونه", "education", port);
        certificate = bodies.certify(agency, key);
        chain = bodies.chain(certificate);
    }

    private Program program() {
        return Program.over(key.connecting(chain), door.port().orElseThrow());
    }

    private Map<String, String> headers(String... more) {
        var headers = new HashMap<String, String>();
        headers.put("X-Road-Client", agency.name());
        headers.put("Content-Type", "application/json");
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return headers;
    }

    @Test
    void aCertificateIsProofEnough() {
        bodies.allow(
                agency,
                "degrees/latest@1",
                "service-delivery",
                Manner.RECORD,
                Bodies.WIDE,
                "level",
                "levelTitle",
                "field",
                "university",
                "year");

        Program.Reply answer = program().request("POST", SERVICE, headers(), ASKED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/levelTitle")).isNotBlank();
        assertThat(program().get("/api/v1/access-rights").json().path("items")).hasSize(1);
    }

    @Test
    void aTokenForTheRegistryIsNoneOfOurBusiness() {
        Program.Reply answer =
                program().request("GET", METHODS, headers("Authorization", "Bearer theirs"), "");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void theCertificateIsInTheNameOfTheProgramAndAct() {
        assertThat(certificate.content().getSubjectX500Principal().getName())
                .isEqualTo("CN=" + agency.name() + ",O=education,C=IR");
        assertThat(acts()).contains("CLIENT_CERTIFICATE_ISSUED");
    }

    @Test
    void onceRevokedItOpensNothingOnAStandingConnectionEither() {
        Program standing = program();
        assertThat(standing.request("GET", METHODS, headers(), "").status()).isEqualTo(200);

        bodies.revoke(agency, certificate);

        Program.Reply refused = standing.request("GET", METHODS, headers(), "");
        assertThat(refused.at("/type")).isEqualTo(UNPROVEN);
        assertThat(program().request("GET", METHODS, headers(), "").at("/type"))
                .isEqualTo(UNPROVEN);
        assertThat(program().get("/api/v1/access-rights").status()).isEqualTo(401);
        assertThat(acts()).contains("CLIENT_CERTIFICATE_REVOKED");
    }

    @Test
    void onceItsProgramIsClosedItOpensNothing() {
        bodies.close(agency);

        assertThat(program().request("GET", METHODS, headers(), "").at("/type"))
                .isEqualTo(UNPROVEN);
    }

    @Test
    void oneThatAForeignAuthoritySignedDoesNotEvenConnect() throws Exception {
        ProgramKey impostor = ProgramKey.ec();
        var forged =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                certificate.content().getIssuerX500Principal(),
                                                BigInteger.TEN,
                                                Date.from(Instant.now().minusSeconds(60)),
                                                Date.from(Instant.now().plusSeconds(600)),
                                                certificate.content().getSubjectX500Principal(),
                                                key.pair().getPublic())
                                        .build(
                                                new JcaContentSignerBuilder("SHA256withECDSA")
                                                        .build(impostor.pair().getPrivate())));
        Program stranger =
                Program.over(
                        key.connecting(List.of(forged), ProgramKey.certificates(chain).getLast()),
                        door.port().orElseThrow());

        assertThatThrownBy(() -> stranger.request("GET", METHODS, headers(), ""))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void withItsOwnCertificateNobodySpeaksInAnothersName() {
        Body other = bodies.admit("ادارهٔ دیگر", "education", port);

        Program.Reply refused =
                program().request("GET", METHODS, headers("X-Road-Client", other.name()), "");

        assertThat(refused.at("/type")).isEqualTo("Server.ClientProxy.UnknownMember");
    }

    @Test
    void whoShowsNothingIsToldInTheWordsOfTheProtocol() {
        Program.Reply refused =
                Program.over(ProgramKey.trusting(chain), door.port().orElseThrow())
                        .request("GET", METHODS, headers(), "");

        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.header("X-Road-Error")).isEqualTo(UNPROVEN);
    }

    @Test
    void twoCertificatesStandWhileOneTakesOver() {
        ProgramKey next = ProgramKey.rsa(2048);
        String newChain = bodies.chain(bodies.certify(agency, next));
        Program renewed = Program.over(next.connecting(newChain), door.port().orElseThrow());

        assertThat(program().request("GET", METHODS, headers(), "").status()).isEqualTo(200);
        assertThat(renewed.request("GET", METHODS, headers(), "").status()).isEqualTo(200);
        bodies.revoke(agency, certificate);
        assertThat(renewed.request("GET", METHODS, headers(), "").status()).isEqualTo(200);
    }

    private Set<String> acts() {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select act from acts.act
                                where province = 'IR-08' and details ->> 'client' = :client
                                """)
                        .param("client", agency.client().id())
                        .query((row, number) -> row.getString("act"))
                        .list());
    }
}
