package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every role against every area, written down a second time by hand. */
class EnteringByRoleTest {

    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);

    private static final Map<Area, Set<Role>> EXPECTED =
            Map.ofEntries(
                    Map.entry(Area.PUBLIC, EVERYONE),
                    Map.entry(Area.SANDBOX, EVERYONE),
                    Map.entry(Area.API, EVERYONE),
                    Map.entry(Area.APPLICATION, Set.of(Role.CITIZEN, Role.REPRESENTATIVE)),
                    Map.entry(Area.OWN_CASES, Set.of(Role.CITIZEN, Role.REPRESENTATIVE)),
                    Map.entry(Area.OWN_ACCOUNT, Set.of(Role.CITIZEN)),
                    Map.entry(
                            Area.OFFICE_ACCOUNT,
                            Set.of(
                                    Role.OPERATOR,
                                    Role.OFFICER,
                                    Role.SUPERVISOR,
                                    Role.ANALYST,
                                    Role.APPROVER,
                                    Role.INSPECTOR,
                                    Role.ASSESSOR,
                                    Role.COUNCIL_MEMBER,
                                    Role.GOVERNOR,
                                    Role.DATA_PROTECTION_OFFICER,
                                    Role.AUDITOR,
                                    Role.ADMINISTRATOR)),
                    Map.entry(Area.ACCESS, Set.of(Role.SUPERVISOR, Role.APPROVER)),
                    Map.entry(Area.REVOCATION, Set.of(Role.SUPERVISOR)),
                    Map.entry(
                            Area.ASKING_ONCE,
                            Set.of(
                                    Role.ANALYST,
                                    Role.APPROVER,
                                    Role.SUPERVISOR,
                                    Role.COUNCIL_MEMBER,
                                    Role.GOVERNOR)),
                    Map.entry(Area.AUTHORING, Set.of(Role.ANALYST, Role.APPROVER)),
                    Map.entry(Area.ADMINISTRATION, Set.of(Role.ADMINISTRATOR)),
                    Map.entry(Area.PROTECTION, Set.of(Role.DATA_PROTECTION_OFFICER)),
                    Map.entry(
                            Area.WORK,
                            Set.of(
                                    Role.OPERATOR,
                                    Role.OFFICER,
                                    Role.SUPERVISOR,
                                    Role.ANALYST,
                                    Role.APPROVER,
                                    Role.INSPECTOR,
                                    Role.ASSESSOR)),
                    Map.entry(
                            Area.BOARD,
                            Set.of(
                                    Role.SUPERVISOR,
                                    Role.ANALYST,
                                    Role.COUNCIL_MEMBER,
                                    Role.GOVERNOR,
                                    Role.DATA_PROTECTION_OFFICER,
                                    Role.AUDITOR)),
                    Map.entry(Area.MACHINE, Set.of(Role.ADMINISTRATOR, Role.AUDITOR)));

    static Stream<Arguments> everyPair() {
        return Stream.of(Area.values())
                .flatMap(
                        area ->
                                EVERYONE.stream()
                                        .map(
                                                role ->
                                                        Arguments.of(
                                                                area,
                                                                role,
                                                                EXPECTED.getOrDefault(
                                                                                area, Set.of())
                                                                        .contains(role))));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void aRoleEntersWhatTheTableSaysAndNothingElse(Area area, Role role, boolean enters) {
        assertThat(area.admits(Set.of(role))).isEqualTo(enters);
    }

    @Test
    void nobodyWithoutARoleEntersWhatIsNotOpen() {
        assertThat(Area.values())
                .allSatisfy(area -> assertThat(area.admits(Set.of())).isEqualTo(area.isOpen()));
    }

    @ParameterizedTest
    @CsvSource({
        "/, PUBLIC",
        "/search, PUBLIC",
        "/services/asnaf/business-licence, PUBLIC",
        "/work/sign-in, PUBLIC",
        "/work/invitations/abc, PUBLIC",
        "/apply/asnaf/business-licence, APPLICATION",
        "/cases, OWN_CASES",
        "/cases/KR-7KQ4-M9XT/file/1, OWN_CASES",
        "/me/looks, OWN_ACCOUNT",
        "/work, WORK",
        "/work/cases/KR-7KQ4-M9XT, WORK",
        "/work/account, OFFICE_ACCOUNT",
        "/work/officers, ADMINISTRATION",
        "/work/officers/invitations, ADMINISTRATION",
        "/work/ungranted, ADMINISTRATION",
        "/work/access, ACCESS",
        "/work/cases/KR-7KQ4-M9XT/certificates/abc/revocation, REVOCATION",
        "/work/access/programs/abc/new, ACCESS",
        "/work/services, AUTHORING",
        "/work/services/once-only, ASKING_ONCE",
        "/work/services/drafts/abc/approval, AUTHORING",
        "/preview/abc, PUBLIC",
        "/work/hidings, PROTECTION",
        "/board, BOARD",
        "/board/cases, BOARD",
        "/actuator/health/readiness, PUBLIC",
        "/actuator/prometheus, MACHINE",
        "/work/machine, MACHINE",
        "/work/machine/retries, ADMINISTRATION",
        "/work/machine/retries/abc, ADMINISTRATION",
        "/api/v1/cases, API"
    })
    void anAddressLiesInOneArea(String path, Area area) {
        assertThat(Area.of(path)).contains(area);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/work-around", "/workshop", "/identity", "/casesX", "/ME"})
    void whatIsInNoAreaIsClosedToEveryone(String path) {
        assertThat(Area.of(path)).isEmpty();
    }

    @Test
    void everyRoleHasAWordInBothLanguages() {
        assertThat(EVERYONE).allSatisfy(role -> assertThat(Role.parse(role.code())).contains(role));
        assertThat(EVERYONE).hasSize(14);
    }
}
