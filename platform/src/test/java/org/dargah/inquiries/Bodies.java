package org.dargah.inquiries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.Program;
import org.dargah.ProgramKey;
import org.dargah.acts.Entry;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Rights;
import org.dargah.identity.Certification;
import org.dargah.identity.ClientCertificate;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Role;
import org.dargah.identity.Scope;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.springframework.beans.factory.annotation.Value;

/** Organisations with programs of their own, and the rights that an administrator gives them. */
public final class Bodies {

    public static final Bounds WIDE =
            new Bounds(1_000, 100_000, null, Set.of(), LocalDate.of(2099, 12, 31));

    private static final CurrentOfficer ADMINISTRATOR =
            new CurrentOfficer(
                    new Province("IR-08"),
                    OfficerId.next(Clock.systemUTC()),
                    "administrator",
                    "نمونه",
                    "مدیر سامانه",
                    new AgencyCode("dargah"),
                    Set.of(Role.ADMINISTRATOR));

    private final Clients clients;
    private final ClientProofs proofs;
    private final Rights rights;
    private final String address;

    public Bodies(
            Clients clients,
            ClientProofs proofs,
            Rights rights,
            @Value("${dargah.address}") String address) {
        this.clients = clients;
        this.proofs = proofs;
        this.address = address;
        this.rights = rights;
    }

    /** An organisation's program with a token to ask with. */
    public record Body(CurrentClient client, Program program) {

        /** As X-Road names it. */
        public String name() {
            return client.roadName();
        }
    }

    public Body admit(String title, String agency, int port) {
        return admit(title, agency, port, Scope.INQUIRIES);
    }

    public Body admit(String title, String agency, int port, Scope... scopes) {
        Clients.Admitted admitted =
                clients.admit(title, new AgencyCode(agency), Set.of(scopes), ADMINISTRATOR);
        CurrentClient client = admitted.client();
        ProgramKey key = ProgramKey.ec();
        proofs.register(client, key.pem(), ADMINISTRATOR);
        String asked = Arrays.stream(scopes).map(Scope::code).collect(Collectors.joining("+"));
        return new Body(client, Program.signing(key, client.id(), address, asked, port));
    }

    /** A year's certificate for the body's program. */
    ClientCertificate certify(Body body, ProgramKey key) {
        Certification made = proofs.certify(body.client(), key.request(), ADMINISTRATOR);
        return ((Certification.Issued) made).certificate();
    }

    String chain(ClientCertificate certificate) {
        return proofs.chain(certificate);
    }

    void revoke(Body body, ClientCertificate certificate) {
        proofs.revoke(body.client().id(), certificate.fingerprint(), ADMINISTRATOR);
    }

    public void close(Body body) {
        clients.close(body.client().id(), ADMINISTRATOR);
    }

    public AccessRight allow(
            Body body,
            String registry,
            String purpose,
            Manner manner,
            Bounds bounds,
            String... fields) {
        Rights.Grant grant =
                rights.grant(
                        new Rights.Wanted(
                                body.client().id(),
                                body.client().agency(),
                                registry,
                                new Purpose(purpose),
                                manner,
                                List.of(fields),
                                bounds),
                        byAdministrator());
        return ((Rights.Grant.Granted) grant).right();
    }

    public void revoke(AccessRight right) {
        rights.revoke(right.id(), byAdministrator());
    }

    private static Entry byAdministrator() {
        return Entry.by(
                ADMINISTRATOR.province(),
                ADMINISTRATOR.actor(),
                Channel.PORTAL,
                new Purpose("administration"));
    }
}
