package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.dargah.catalog.Difference.How;
import org.dargah.catalog.Difference.Part;
import org.dargah.catalog.Difference.Said;
import org.dargah.catalog.internal.Pack;
import org.dargah.kernel.Rial;
import org.junit.jupiter.api.Test;

/** Two versions side by side, as somebody who is no programmer reads them. */
class ComparingVersionsTest {

    private static final Pack OLD = PacksOfTheHouse.pack("asnaf/business-licence");

    @Test
    void theSameVersionDoesNotDiffer() {
        assertThat(differences(OLD)).isEmpty();
    }

    @Test
    void twoServicesDifferInEveryPart() {
        assertThat(
                        Differences.between(
                                PacksOfTheHouse.service("education/degree-confirmation"),
                                PacksOfTheHouse.service("asnaf/business-licence")))
                .extracting(Difference::part)
                .contains(
                        Part.CARD,
                        Part.TIME,
                        Part.CONDITIONS,
                        Part.QUESTIONS,
                        Part.ASKS,
                        Part.FEES,
                        Part.RULES,
                        Part.PROCESS,
                        Part.OUTPUTS);
    }

    @Test
    void theStatutoryTimeIsShownWithOldAndNew() {
        assertThat(changed(Pack.CARD, "workingDays: 7", "workingDays: 5"))
                .containsExactly(
                        new Difference(
                                Part.TIME,
                                "workingDays",
                                Said.NOTHING,
                                How.CHANGED,
                                new Said.Days(7),
                                new Said.Days(5)));
    }

    @Test
    void anAmountIsShownInTheFeeAndInTheRowOfTheRule() {
        var files = new TreeMap<>(OLD.files());
        files.put(Pack.CARD, OLD.file(Pack.CARD).replace("amount: 900000", "amount: 950000"));
        files.put(Pack.FEES, OLD.file(Pack.FEES).replace(">900000<", ">950000<"));
        List<Difference> found = differences(new Pack(OLD.agency(), OLD.code(), files));
        assertThat(found)
                .anySatisfy(
                        one -> {
                            assertThat(one.part()).isEqualTo(Part.FEES);
                            assertThat(one.before()).isEqualTo(new Said.Money(new Rial(900_000)));
                            assertThat(one.after()).isEqualTo(new Said.Money(new Rial(950_000)));
                        })
                .anySatisfy(
                        one -> {
                            assertThat(one.part()).isEqualTo(Part.RULES);
                            assertThat(one.what()).isEqualTo("row");
                            assertThat(one.before().toString()).contains("900000");
                            assertThat(one.after().toString()).contains("950000");
                        })
                .hasSize(2);
    }

    @Test
    void aConditionThatIsReworded() {
        assertThat(changed(Pack.CARD, "سن متقاضی ۱۸ سال تمام", "سن متقاضی ۲۰ سال تمام"))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.part()).isEqualTo(Part.CONDITIONS);
                            assertThat(one.about()).isEqualTo(new Said.Numbered(1));
                            assertThat(one.how()).isEqualTo(How.CHANGED);
                        });
    }

    @Test
    void aPaperThatIsNoLongerLeftOutAndOneThatComes() {
        assertThat(changed(Pack.CARD, "  - عکس پرسنلی", "  - کپی گذرنامه"))
                .extracting(Difference::how)
                .containsExactlyInAnyOrder(How.REMOVED, How.ADDED);
    }

    @Test
    void aStepThatIsRenamedIsShownByItsNames() {
        String process = OLD.file(Pack.PROCESS);
        String name = process.replaceAll("(?s).*<userTask[^>]*name=\"([^\"]*)\".*", "$1");
        assertThat(changed(Pack.PROCESS, "name=\"" + name + "\"", "name=\"بررسی تازه\""))
                .anySatisfy(
                        one -> {
                            assertThat(one.part()).isEqualTo(Part.PROCESS);
                            assertThat(one.what()).isEqualTo("step");
                            assertThat(one.after()).isEqualTo(Said.code("بررسی تازه"));
                        });
    }

    @Test
    void theTextOfTheDocumentIsShownAsItsReaderSeesIt() {
        assertThat(changed("output/certificate.xhtml", "<h2>", "<h2>تازه "))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.part()).isEqualTo(Part.OUTPUTS);
                            assertThat(one.after().toString()).contains("تازه").doesNotContain("<");
                        });
    }

    private static List<Difference> changed(String file, String what, String by) {
        var files = new TreeMap<>(OLD.files());
        assertThat(OLD.file(file)).contains(what);
        files.put(file, OLD.file(file).replace(what, by));
        return differences(new Pack(OLD.agency(), OLD.code(), files));
    }

    private static List<Difference> differences(Pack fresh) {
        return Differences.between(PacksOfTheHouse.service(OLD), PacksOfTheHouse.service(fresh));
    }
}
