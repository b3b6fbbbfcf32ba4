package org.dargah.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Someone signed in: a {@link CurrentPerson} or a {@link CurrentOfficer}, with their roles. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final transient Object who;
    private final Set<Role> roles;

    private SignedIn(Object who, Set<Role> roles) {
        super(authorities(roles));
        this.who = who;
        this.roles = roles;
        setAuthenticated(true);
    }

    static SignedIn as(CurrentPerson person) {
        return new SignedIn(person, Set.of(Role.CITIZEN));
    }

    static SignedIn as(CurrentOfficer officer) {
        return new SignedIn(officer, officer.roles());
    }

    private static List<GrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    Set<Role> roles() {
        return roles;
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
