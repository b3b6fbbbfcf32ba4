package org.dargah.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dargah.identity.internal.OfficerAccounts;
import org.dargah.identity.internal.SessionDoor;
import org.springframework.stereotype.Component;

/** Accounts of officials. */
@Component
public final class Officers {

    private final OfficerAccounts accounts;
    private final SessionDoor sessions;
    private final Clock clock;

    public Officers(OfficerAccounts accounts, SessionDoor sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Open accounts in the order of user names, after the given one. */
    public List<CurrentOfficer> page(String afterUsername, int limit) {
        return accounts.page(afterUsername, limit);
    }

    public Optional<CurrentOfficer> find(OfficerId id) {
        return accounts.find(id);
    }

    /**
     * Makes a one-time link by which an official makes their own account; valid for a day.
     *
     * @return the path of the link, told once and kept nowhere
     */
    public String invite(Invitation invitation, CurrentOfficer by) {
        return accounts.invite(invitation, by.actor());
    }

    /** The invitation behind a link, if it is still good. */
    public Optional<Invitation> invitation(String token) {
        return accounts.invitation(token, clock.instant());
    }

    /** Uses the link up and makes the account; false if the link is spent or the name taken. */
    public Acceptance accept(String token, String username, String name, String password) {
        return accounts.accept(token, username, name, password);
    }

    /** How accepting an invitation ended. */
    public enum Acceptance {
        DONE,
        LINK_SPENT,
        USERNAME_TAKEN
    }

    /**
     * Changes an official's own password and ends their sessions elsewhere; false when the old one
     * is wrong.
     *
     * @param session the one that goes on
     */
    public boolean changePassword(
            CurrentOfficer officer, String old, String fresh, String session) {
        boolean changed = accounts.changePassword(officer, old, fresh);
        if (changed) {
            sessions.closeOthers(officer.id().toString(), session);
        }
        return changed;
    }

    /** Closes an account at once; its sessions end. Nobody closes their own. */
    public boolean close(CurrentOfficer officer, CurrentOfficer by) {
        if (officer.id().equals(by.id())) {
            return false;
        }
        accounts.close(officer, by);
        sessions.closeOthers(officer.id().toString(), "");
        return true;
    }
}
