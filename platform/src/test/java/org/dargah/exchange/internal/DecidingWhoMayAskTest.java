package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.exchange.Question;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Against the declarations that the province really uses. */
class DecidingWhoMayAskTest {

    private static final String ID = "9990000018";
    private final Declarations declarations = new Declarations("../registries");

    /** Dargah's own questions need no right, so nothing here is ever connected. */
    private final JdbcClient nowhere = JdbcClient.create(new DriverManagerDataSource());

    private final EvidenceKey key = new EvidenceKey("target/keys-of-the-policy");

    private final Policy policy =
            new Policy(
                    declarations,
                    new Entitlement(
                            new RightTable(nowhere, "IR-08"),
                            new GroupTable(nowhere, "IR-08"),
                            new Meters(
                                    new InquiryRepository(
                                            nowhere,
                                            new NamedParameterJdbcTemplate(
                                                    new DriverManagerDataSource()),
                                            "IR-08"),
                                    Clock.systemUTC()),
                            new WorkingCalendar(Set.of(), Map.of()),
                            Clock.systemUTC()),
                    new Consenting(
                            declarations,
                            new ConsentsInForce(nowhere, "IR-08"),
                            key,
                            Clock.systemUTC()));

    private @Nullable Refusal refusal(String registry, String purpose, String key, String field) {
        Question question = new Question(registry, Map.of(key, ID), List.of(field.split(",")));
        return policy.judge(question, caller(purpose), null)
                        instanceof Verdict.Refused(Refusal reason, var detail, var right)
                ? reason
                : null;
    }

    private static Caller caller(String purpose) {
        Actor actor = Actor.system("test", "آزمون");
        return new Caller(
                new AgencyCode("asnaf"), actor, Channel.SYSTEM, new Purpose(purpose), null, null);
    }

    @Test
    void whatIsDeclaredIsAllowed() {
        assertThat(refusal("civil/person@1", "sign-in", "nationalId", "firstName,alive")).isNull();
    }

    @Test
    void anUnknownRegistryIsRefused() {
        assertThat(refusal("civil/person@2", "sign-in", "nationalId", "firstName"))
                .isEqualTo(Refusal.UNKNOWN_REGISTRY);
    }

    @Test
    void aPurposeThatTheRegistryDoesNotNameIsRefused() {
        assertThat(refusal("military/service@1", "sign-in", "nationalId", "status"))
                .isEqualTo(Refusal.PURPOSE_NOT_ALLOWED);
        assertThat(refusal("civil/person@1", "curiosity", "nationalId", "firstName"))
                .isEqualTo(Refusal.PURPOSE_NOT_ALLOWED);
    }

    @Test
    void aFieldThatThePurposeDoesNotNeedIsRefused() {
        assertThat(refusal("civil/person@1", "sign-in", "nationalId", "firstName,deathDate"))
                .isEqualTo(Refusal.FIELD_NOT_ALLOWED);
        assertThat(refusal("civil/person@1", "sign-in", "nationalId", "salary"))
                .isEqualTo(Refusal.FIELD_NOT_ALLOWED);
    }

    @Test
    void aKeyThatIsNoKeyNeverLeavesTheHouse() {
        assertThat(refusal("civil/person@1", "sign-in", "mobile", "firstName"))
                .isEqualTo(Refusal.KEY_NOT_VALID);
        assertThat(refusal("post/address@1", "application", "nationalId", "street"))
                .isEqualTo(Refusal.KEY_NOT_VALID);
        Question wrong =
                new Question(
                        "civil/person@1", Map.of("nationalId", "9990000019"), List.of("alive"));
        assertThat(policy.judge(wrong, caller("sign-in"), null))
                .isEqualTo(new Verdict.Refused(Refusal.KEY_NOT_VALID, "nationalId", null));
    }

    @Test
    void everyDeclaredPurposeStandsInTheRegisterWithItsBasis() {
        assertThat(declarations.all()).hasSizeGreaterThanOrEqualTo(5);
        for (Declaration declaration : declarations.all()) {
            for (String purpose : declaration.purposes().keySet()) {
                assertThat(declarations.purpose(new Purpose(purpose)).orElseThrow().basis())
                        .isNotBlank();
            }
        }
    }
}
