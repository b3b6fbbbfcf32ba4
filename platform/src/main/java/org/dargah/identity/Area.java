package org.dargah.identity;

import static org.dargah.identity.Role.ADMINISTRATOR;
import static org.dargah.identity.Role.ANALYST;
import static org.dargah.identity.Role.APPROVER;
import static org.dargah.identity.Role.ASSESSOR;
import static org.dargah.identity.Role.AUDITOR;
import static org.dargah.identity.Role.CITIZEN;
import static org.dargah.identity.Role.COUNCIL_MEMBER;
import static org.dargah.identity.Role.DATA_PROTECTION_OFFICER;
import static org.dargah.identity.Role.GOVERNOR;
import static org.dargah.identity.Role.INSPECTOR;
import static org.dargah.identity.Role.OFFICER;
import static org.dargah.identity.Role.OPERATOR;
import static org.dargah.identity.Role.REPRESENTATIVE;
import static org.dargah.identity.Role.SUPERVISOR;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one table of roles and resources: each area of the house, its addresses, and who may enter.
 * The first area whose address fits decides. An address of no area does not exist for anyone.
 *
 * <p>Which agency's cases an officer sees, and which cases are a citizen's own, is decided where
 * the cases are.
 */
@SuppressWarnings("ImmutableEnumChecker") // both are copies that nobody can change
public enum Area {
    /** What anyone may read, and the doors by which people come in. */
    PUBLIC(
            Set.of(),
            "/",
            "/search/**",
            "/services/**",
            "/preview/**",
            "/verify/**",
            "/evidence/**",
            "/track/**",
            "/help/**",
            "/ui/**",
            "/css/**",
            "/fonts/**",
            "/js/**",
            "/img/**",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/problems/**",
            "/sign-in/**",
            "/sign-out",
            "/work/sign-in",
            "/work/sign-out",
            "/work/invitations/**",
            "/payments/**",
            "/actuator/health/**"),
    /** The outside world of the demo; without the profile nothing answers there. */
    SANDBOX(Set.of(), "/sandbox/**"),
    /** The API; its own chain asks each client for a token. */
    API(Set.of(), "/api/**", "/oauth2/**", "/r1/**", "/listClients"),
    /** Asking for a service. */
    APPLICATION(Set.of(CITIZEN, REPRESENTATIVE), "/apply/**"),
    /** A citizen's cases. */
    OWN_CASES(Set.of(CITIZEN, REPRESENTATIVE), "/cases/**"),
    /** A citizen's account, and who looked at their data. */
    OWN_ACCOUNT(Set.of(CITIZEN), "/me/**"),
    /** An official's own account. */
    OFFICE_ACCOUNT(EnumSet.complementOf(EnumSet.of(CITIZEN, REPRESENTATIVE)), "/work/account/**"),
    /** Giving officials their accounts, and dead jobs another try. */
    ADMINISTRATION(
            Set.of(ADMINISTRATOR),
            "/work/officers/**",
            "/work/clients/**",
            "/work/rights/**",
            "/work/groups/**",
            "/work/ungranted/**",
            "/work/machine/retries/**"),
    /** How the machine feels. */
    MACHINE(Set.of(ADMINISTRATOR, AUDITOR), "/work/machine/**", "/actuator/**"),
    /** Complaints of people whose data was used. */
    PROTECTION(Set.of(DATA_PROTECTION_OFFICER), "/work/complaints/**", "/work/hidings/**"),
    /** Asking for access to registries for programs of one's own organisation. */
    ACCESS(Set.of(SUPERVISOR, APPROVER), "/work/access/**"),
    /** Taking issued documents back. */
    REVOCATION(Set.of(SUPERVISOR), "/work/cases/{code}/certificates/{id}/revocation"),
    /** What services could stop asking: also for those who govern. */
    ASKING_ONCE(
            Set.of(ANALYST, APPROVER, SUPERVISOR, COUNCIL_MEMBER, GOVERNOR),
            "/work/services/once-only"),
    /** Writing an agency's services, and approving what was written. */
    AUTHORING(Set.of(ANALYST, APPROVER), "/work/services/**"),
    /** Inbox, cases and decisions of an agency. */
    WORK(Set.of(OPERATOR, OFFICER, SUPERVISOR, ANALYST, APPROVER, INSPECTOR, ASSESSOR), "/work/**"),
    /** Measures and boards. */
    BOARD(
            Set.of(SUPERVISOR, ANALYST, COUNCIL_MEMBER, GOVERNOR, DATA_PROTECTION_OFFICER, AUDITOR),
            "/board/**");

    private final Set<Role> roles;
    private final List<PathPattern> addresses;

    /**
     * @param roles who may enter; none means that nobody is asked
     */
    Area(Set<Role> roles, String... addresses) {
        this.roles = Set.copyOf(roles);
        this.addresses =
                Arrays.stream(addresses).map(PathPatternParser.defaultInstance::parse).toList();
    }

    /** The area of an address (decoded path), if it has one. */
    public static Optional<Area> of(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return Arrays.stream(values()).filter(area -> area.holds(container)).findFirst();
    }

    private boolean holds(PathContainer path) {
        return addresses.stream().anyMatch(address -> address.matches(path));
    }

    public boolean isOpen() {
        return roles.isEmpty();
    }

    /** True when one of these roles may enter. */
    public boolean admits(Collection<Role> held) {
        return isOpen() || held.stream().anyMatch(roles::contains);
    }

    /** True when only officials have business here, so that their door is the one to show. */
    public boolean isOfficial() {
        return !isOpen() && roles.stream().allMatch(Role::isOfficial);
    }
}
