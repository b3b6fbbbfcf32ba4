package org.dargah.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Proof;
import org.dargah.identity.Role;
import org.dargah.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Someone signed in: a {@link CurrentPerson}, a {@link CurrentOfficer} or a {@link CurrentClient},
 * with what they may do.
 */
public final class SignedIn extends AbstractAuthenticationToken {

    private final transient Object who;
    private final Set<Role> roles;
    private final @Nullable Proof proof;

    private SignedIn(
            Object who,
            Set<Role> roles,
            List<GrantedAuthority> authorities,
            @Nullable Proof proof) {
        super(authorities);
        this.who = who;
        this.roles = roles;
        this.proof = proof;
        setAuthenticated(true);
    }

    static SignedIn as(CurrentPerson person) {
        return someone(person, Set.of(Role.CITIZEN));
    }

    static SignedIn as(CurrentOfficer officer) {
        return someone(officer, officer.roles());
    }

    /** With what it asks for, as far as it was given that. */
    static SignedIn as(CurrentClient client, Collection<Scope> wanted, Proof proof) {
        List<GrantedAuthority> scopes =
                wanted.stream()
                        .filter(client.scopes()::contains)
                        .<GrantedAuthority>map(
                                scope -> new SimpleGrantedAuthority(scope.authority()))
                        .toList();
        return new SignedIn(client, Set.of(), scopes, proof);
    }

    private static SignedIn someone(Object who, Set<Role> roles) {
        return new SignedIn(who, roles, authorities(roles), null);
    }

    private static List<GrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    Set<Role> roles() {
        return roles;
    }

    /** Of a program only. */
    @Nullable Proof proof() {
        return proof;
    }

    @Override
    public Object getPrincipal() {
        return who;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && who.equals(that.who);
    }

    @Override
    public int hashCode() {
        return Objects.hash(who);
    }
}
