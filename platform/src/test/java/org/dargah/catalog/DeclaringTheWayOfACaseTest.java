package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.dargah.catalog.internal.Pack;
import org.junit.jupiter.api.Test;

/** Who asks together, what is renewed, what is paid on the way: each is told at its line. */
class DeclaringTheWayOfACaseTest {

    private static final String COMPANY = "land-deeds/company-founding";
    private static final String RENEWAL = "asnaf/business-licence-renewal";

    @Test
    void coApplicantsAreNamedInATableWithColumnsOfTheRightKinds() {
        assertThat(changed(COMPANY, "service.yaml", "birthDate: birthDate", "birthDate: share"))
                .singleElement()
                .matches(it -> it.field().equals("/coApplicants/birthDate") && it.line() > 0)
                .matches(it -> it.what().contains("no column share of the kind DATE"));
        assertThat(changed(COMPANY, "service.yaml", "answers.partners", "answers.capital"))
                .anyMatch(it -> it.field().equals("/coApplicants/question"));
    }

    @Test
    void aLaterFeeNamesADecisionThatThereIs() {
        assertThat(changed(COMPANY, "service.yaml", "decision: noticeFee", "decision: nothing"))
                .anyMatch(
                        it ->
                                it.field().equals("/laterFees/0/decision")
                                        && it.what().contains("no decision 'nothing'"));
    }

    @Test
    void aPaymentThatTheCardDoesNotDeclareIsRefused() {
        assertThat(changed(COMPANY, "service.yaml", "  - name: notice", "  - name: other"))
                .anyMatch(it -> it.what().contains("payment-notice"));
    }

    @Test
    void onlyWhatTheOldDocumentGivesIsKnown() {
        assertThat(changed(RENEWAL, "service.yaml", "licence.postcode", "licence.address"))
                .anyMatch(it -> it.what().contains("nothing gives the fact licence.address"));
        assertThat(changed(RENEWAL, "service.yaml", "{name: trade,", "{name: number,"))
                .anyMatch(it -> it.field().equals("/renews/carries/1/name"));
    }

    private static List<Problem> changed(String name, String file, String from, String to) {
        Pack pack = PacksOfTheHouse.pack(name);
        var files = new TreeMap<>(pack.files());
        assertThat(pack.file(file)).contains(from);
        files.put(file, pack.file(file).replace(from, to));
        return PacksOfTheHouse.problems(new Pack(pack.agency(), pack.code(), files));
    }
}
