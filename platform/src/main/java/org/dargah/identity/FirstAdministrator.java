package org.dargah.identity;

import java.util.Optional;
import java.util.Set;
import org.dargah.identity.internal.OfficerAccounts;
import org.dargah.kernel.AgencyCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How somebody becomes the first administrator of a program in which nobody has an account. */
@Component
@Profile("!demo")
public final class FirstAdministrator {

    private static final String TITLE = "مدیر سامانه";

    private final OfficerAccounts accounts;
    private final AgencyCode agency;

    public FirstAdministrator(
            OfficerAccounts accounts, @Value("${dargah.identity.agency:dargah}") String agency) {
        this.accounts = accounts;
        this.agency = new AgencyCode(agency);
    }

    /**
     * A fresh one-time link, valid for 24 hours, for the start to print; links of earlier starts
     * are worth nothing then. Empty once somebody has an account.
     *
     * @return the path of the link
     */
    public Optional<String> link() {
        return accounts.inviteFirst(new Invitation(agency, TITLE, Set.of(Role.ADMINISTRATOR)));
    }
}
