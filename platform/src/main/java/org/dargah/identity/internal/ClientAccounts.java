package org.dargah.identity.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.agencies.Agencies;
import org.dargah.identity.Clients.Admitted;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Scope;
import org.dargah.kernel.AgencyCode;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Admits programs and closes their way in. */
@Component
public final class ClientAccounts {

    private static final int SECRET_BYTES = 32;
    private static final String ID_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 12;

    private final ClientRepository clients;
    private final Agencies agencies;
    private final PasswordEncoder secrets;
    private final Footprint footprint;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ClientAccounts(
            ClientRepository clients,
            Agencies agencies,
            PasswordEncoder secrets,
            Footprint footprint,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.clients = clients;
        this.agencies = agencies;
        this.secrets = secrets;
        this.footprint = footprint;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<CurrentClient> page(String after, int most) {
        return clients.page(after, most);
    }

    public List<CurrentClient> of(AgencyCode agency, int most) {
        return clients.of(agency, most);
    }

    public Optional<CurrentClient> find(String id) {
        return clients.find(id).map(ClientRepository.Row::client);
    }

    public Admitted admit(
            String title, AgencyCode agency, Set<Scope> scopes, CurrentOfficer administrator) {
        var client =
                new CurrentClient(
                        administrator.province(),
                        freshId(),
                        title,
                        agency,
                        agencies.memberClass(agency),
                        scopes);
        String secret = Scope.anyBySecret(scopes) ? freshSecret() : "";
        String hash = secret.isEmpty() ? null : secrets.encode(secret);
        transaction.executeWithoutResult(
                status -> {
                    clients.put(client, hash, clock.instant());
                    acts.record(
                            Act.CLIENT_ADMITTED,
                            footprint.ofOfficer(administrator).with("client", client.id()));
                });
        clients.forget(client.id());
        return new Admitted(client, secret);
    }

    /** The demo's own client, whose secret lies in the data folder. */
    void put(CurrentClient client, String secret) {
        clients.put(client, secrets.encode(secret), clock.instant());
        clients.forget(client.id());
    }

    /** True when the client is there and this is its secret. */
    boolean isKnown(String id, String secret) {
        return clients.find(id)
                .map(ClientRepository.Row::secretHash)
                .filter(hash -> secrets.matches(secret, hash))
                .isPresent();
    }

    public boolean close(String id, CurrentOfficer administrator) {
        boolean closed =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    boolean open = clients.close(id, clock.instant());
                                    if (open) {
                                        acts.record(
                                                Act.CLIENT_CLOSED,
                                                footprint
                                                        .ofOfficer(administrator)
                                                        .with("client", id));
                                    }
                                    return open;
                                }));
        clients.forget(id);
        return closed;
    }

    private String freshId() {
        return random.ints(ID_LENGTH, 0, ID_SIGNS.length())
                .mapToObj(ID_SIGNS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    String freshSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
