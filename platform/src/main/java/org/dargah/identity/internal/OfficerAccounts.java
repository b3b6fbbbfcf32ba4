package org.dargah.identity.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Invitation;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Officers.Acceptance;
import org.dargah.identity.Role;
import org.dargah.kernel.ActId;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Purpose;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Makes and keeps accounts of officials. */
@Component
public class OfficerAccounts {

    private static final Duration LINK_LIFE = Duration.ofDays(1);
    private static final int SECRET_BYTES = 24;
    private static final Purpose PURPOSE = new Purpose("office-accounts");

    private final OfficerRepository officers;
    private final InvitationRepository invitations;
    private final PasswordEncoder passwords;
    private final HomeProvince home;
    private final Acts acts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OfficerAccounts(
            OfficerRepository officers,
            InvitationRepository invitations,
            PasswordEncoder passwords,
            HomeProvince home,
            Acts acts,
            Clock clock) {
        this.officers = officers;
        this.invitations = invitations;
        this.passwords = passwords;
        this.home = home;
        this.acts = acts;
        this.clock = clock;
    }

    public List<CurrentOfficer> page(String afterUsername, int limit) {
        return officers.all(afterUsername, limit);
    }

    public Optional<CurrentOfficer> find(OfficerId id) {
        return officers.find(id);
    }

    @Transactional
    public String invite(Invitation invitation, Actor by) {
        String token = secret();
        invitations.insert(
                ActId.next(clock).value(), token, invitation, clock.instant().plus(LINK_LIFE));
        acts.record(Act.OFFICER_INVITED, entry(by, invitation));
        return "/work/invitations/" + token;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Entry entry(Actor by, Invitation invitation) {
        return Entry.by(home.province(), by, Channel.PORTAL, PURPOSE)
                .at(invitation.agency())
                .with("roles", codes(invitation.roles()));
    }

    private static String codes(Set<Role> roles) {
        return String.join(",", roles.stream().map(Role::code).sorted().toList());
    }

    public Optional<Invitation> invitation(String token, Instant now) {
        return invitations.find(token, now);
    }

    @Transactional
    public Acceptance accept(String token, String username, String name, String password) {
        Optional<Invitation> found = invitations.find(token, clock.instant());
        if (found.isEmpty() || !invitations.use(token, clock.instant())) {
            return Acceptance.LINK_SPENT;
        }
        if (!add(found.get(), username, name, password)) {
            // The link stays good for another name.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Acceptance.USERNAME_TAKEN;
        }
        return Acceptance.DONE;
    }

    /** False when the user name is taken. */
    @Transactional
    public boolean add(Invitation as, String username, String name, String password) {
        CurrentOfficer officer =
                new CurrentOfficer(
                        home.province(),
                        OfficerId.next(clock),
                        PersianText.normalise(username).toLowerCase(Locale.ROOT),
                        PersianText.normalise(name),
                        as.title(),
                        as.agency(),
                        as.roles());
        String hash = OfficeDoor.encode(passwords, password);
        boolean added = officers.insert(officer, hash, clock.instant());
        if (added) {
            acts.record(
                    Act.ROLE_GIVEN,
                    entry(officer.actor(), as).with("officer", officer.id().toString()));
        }
        return added;
    }

    @Transactional
    public boolean changePassword(CurrentOfficer officer, String old, String fresh) {
        String hash = officers.passwordHash(officer.id()).orElse("");
        if (!passwords.matches(old, hash)) {
            return false;
        }
        officers.changePassword(officer.id(), OfficeDoor.encode(passwords, fresh));
        acts.record(
                Act.PASSWORD_CHANGED,
                Entry.by(home.province(), officer.actor(), Channel.PORTAL, PURPOSE)
                        .at(officer.agency()));
        return true;
    }

    /** Closes an account: nobody signs in with it again, and what it did keeps its name. */
    @Transactional
    public void close(CurrentOfficer officer, CurrentOfficer by) {
        if (officers.close(officer.id(), clock.instant())) {
            acts.record(
                    Act.ROLE_TAKEN,
                    Entry.by(home.province(), by.actor(), Channel.PORTAL, PURPOSE)
                            .at(officer.agency())
                            .with("officer", officer.id().toString())
                            .with("roles", codes(officer.roles())));
        }
    }

    /** The link of the first administrator, if nobody has an account yet. */
    @Transactional
    public Optional<String> inviteFirst(Invitation administrator) {
        if (!officers.isEmpty()) {
            return Optional.empty();
        }
        invitations.expireUnused(clock.instant());
        return Optional.of(invite(administrator, Actor.system("start", "راه‌اندازی درگاه")));
    }

    boolean isKnown(String username) {
        return officers.named(username).isPresent();
    }
}
