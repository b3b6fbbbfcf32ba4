package org.dargah.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dargah.identity.internal.ClientAccounts;
import org.dargah.kernel.AgencyCode;
import org.springframework.stereotype.Component;

/** The programs of other bodies: who they are, admitting them and closing their way in. */
@Component
public final class Clients {

    private final ClientAccounts accounts;

    public Clients(ClientAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * A client that was just admitted.
     *
     * @param secret told this once, only its hash is kept; empty for a program that is there for
     *     inquiries alone, which no secret opens
     */
    public record Admitted(CurrentClient client, String secret) {

        /** The secret stays out of logs. */
        @Override
        public String toString() {
            return "Admitted[" + client.id() + "]";
        }
    }

    /** Those that are not closed, in the order of their ids, after the given one. */
    public List<CurrentClient> page(String after, int most) {
        return accounts.page(after, most);
    }

    /** Those of one body that are not closed, in the order of their ids. */
    public List<CurrentClient> of(AgencyCode agency, int most) {
        return accounts.of(agency, most);
    }

    public Optional<CurrentClient> find(String id) {
        return accounts.find(id);
    }

    /** Makes a client with a random id and secret; leaves an act. */
    public Admitted admit(
            String title, AgencyCode agency, Set<Scope> scopes, CurrentOfficer administrator) {
        return accounts.admit(title, agency, scopes, administrator);
    }

    /** Closes a client: its tokens count for nothing from here. False if there is none. */
    public boolean close(String id, CurrentOfficer administrator) {
        return accounts.close(id, administrator);
    }
}
