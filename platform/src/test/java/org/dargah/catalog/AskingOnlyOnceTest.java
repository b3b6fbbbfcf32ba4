package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dargah.catalog.internal.Concepts;
import org.dargah.catalog.internal.OnceOnlyRules;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackFolder;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable.Kept;
import org.dargah.exchange.Registries;
import org.dargah.exchange.internal.Declarations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingOnlyOnceTest {

    private static final OnceOnlyRules RULES =
            new OnceOnlyRules(new Registries(new Declarations("../registries")).all());

    private static final Registries REGISTRIES = new Registries(new Declarations("../registries"));
    private final Pack good = unnamed(PacksOfTheHouse.pack("asnaf/business-licence"));
    private final Map<String, String> changed = new HashMap<>();

    @Test
    void noPackOfTheHouseAsksForWhatARegistryGives() {
        assertThat(PackFolder.readAll(PacksOfTheHouse.FOLDER))
                .isNotEmpty()
                .allSatisfy(
                        reading -> {
                            Pack pack = ((PackFolder.Reading.Read) reading).pack();
                            assertThat(RULES.check(service(pack), pack).findings()).isEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "نام پدر شما چیست؟, civil/person@1, fatherName",
        "نام ‌پدر, civil/person@1, fatherName",
        "تاريخ تولد متقاضي را بنویسید, civil/person@1, birthDate",
        "کد ملی خودتان, civil/person@1, nationalId",
        "نام و نام خانوادگی, civil/person@1, lastName",
        "جنسیت شما, civil/person@1, gender",
        "وضعیت نظام‌وظیفهٔ شما چیست؟, military/service@1, status",
        "آخرین مدرک تحصیلی شما چیست؟, degrees/latest@1, level",
        "نشانی محل کسب را بنویسید, post/address@1, street",
        "شمارهٔ تلفن همراه, sim/ownership@1, mobile"
    })
    void aFactThatARegistryGivesIsRefusedAtItsLine(String label, String registry, String fact) {
        change("form.json", "نام مغازه یا کارگاه چیست؟", label);
        assertThat(check().refused())
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.registry()).isEqualTo(registry);
                            assertThat(found.gives()).isEqualTo(fact);
                            assertThat(found.problem().file()).isEqualTo("form.json");
                            assertThat(found.problem().line())
                                    .isEqualTo(lineOf("\"unitName\"") - 1);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "کپی کارت ملی خود را بفرستید, civil/person@1",
        "تصویر صفحهٔ اول شناسنامه, civil/person@1",
        "کارت پایان خدمت, military/service@1",
        "آخرین مدرک تحصیلی, degrees/latest@1",
        "گواهی کد پستی, post/address@1"
    })
    void aPaperThatARegistryReplacesIsRefused(String label, String registry) {
        change("form.json", "اگر نقشهٔ محل را دارید، بفرستید", label);
        OnceOnly found = check();
        assertThat(found.refused())
                .singleElement()
                .matches(one -> one.paper() && one.registry().equals(registry));
        assertThat(found.sparedPapers()).isEqualTo(1);
        assertThat(found.sparedQuestions()).isZero();
    }

    @Test
    void theEnglishLabelAndTheNameOfTheQuestionTellItToo() {
        change(
                "messages_en.properties",
                "form.fields.unitName.label=",
                "form.fields.unitName.label=Date of birth ");
        assertThat(check().refused()).hasSize(1);
        changed.clear();
        for (String file :
                List.of("form.json", "messages_en.properties", "output/certificate.xhtml")) {
            change(file, "unitName", "birthDate");
        }
        assertThat(check().refused())
                .singleElement()
                .matches(one -> one.gives().equals("birthDate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "نام واحد",
                "تاریخ تولد فرزند",
                "نام پدر همسر",
                "نشانی اینترنتی فروشگاه",
                "سال ساخت",
                "رشتهٔ فعالیت"
            })
    void whatIsAboutSomethingElseIsLeftAlone(String label) {
        change("form.json", "نام مغازه یا کارگاه چیست؟", label);
        assertThat(check().findings()).isEmpty();
    }

    @Test
    void aLawMayWantItAllTheSame() {
        change("form.json", "نام مغازه یا کارگاه چیست؟", "نام پدر شما چیست؟");
        change(
                "service.yaml",
                "notNeeded:",
                "onceOnly: [{question: unitName, legalReason: قانون نمونه}]\nnotNeeded:");
        change(
                "messages_en.properties",
                "fees.note=",
                "onceOnly.unitName=Sample Act, article 1\nfees.note=");
        assertThat(PacksOfTheHouse.problems(pack())).isEmpty();
        OnceOnly found = check();
        assertThat(found.isGood()).isTrue();
        assertThat(found.findings())
                .singleElement()
                .matches(
                        one ->
                                one.legalReason()
                                        .orElseThrow()
                                        .en()
                                        .equals("Sample Act, article 1"));
    }

    @Test
    void aReasonForAQuestionThatNobodyAsksIsRefused() {
        change(
                "service.yaml",
                "notNeeded:",
                "onceOnly: [{question: salary, legalReason: قانون نمونه}]\nnotNeeded:");
        change("messages_en.properties", "fees.note=", "onceOnly.salary=Sample Act\nfees.note=");
        assertThat(PacksOfTheHouse.problems(pack()))
                .singleElement()
                .matches(p -> p.field().equals("/onceOnly/0/question") && p.line() > 0);
    }

    @Test
    void theWordThatAQuestionDeclaresGoesBeforeItsNames() {
        declare("person.birthDate");
        assertThat(check().refused())
                .singleElement()
                .matches(one -> one.gives().equals("birthDate"))
                .matches(one -> one.what().en().equals("Date of birth"));
        declare("place.name");
        assertThat(check().findings()).isEmpty();
        assertThat(check().doubts()).isEmpty();
        change("form.json", "نام مغازه یا کارگاه چیست؟", "تاریخ تولد شما چیست؟");
        assertThat(check().isGood()).isTrue();
        assertThat(check().doubts())
                .singleElement()
                .matches(one -> one.gives().equals("birthDate"));
    }

    @Test
    void aPaperIsKnownByItsWordToo() {
        change(
                "form.json",
                "\"kind\": \"file\",",
                "\"kind\": \"file\", \"concept\": \"paper.degree\",");
        assertThat(check().refused())
                .singleElement()
                .matches(one -> one.paper() && one.registry().equals("degrees/latest@1"));
    }

    /** A field of sport is no field of study. */
    @Test
    void oneWordAloneSaysTooLittle() {
        change("form.json", "\"short\": \"نام واحد\"", "\"short\": \"رشته\"");
        change("form.json", "نام مغازه یا کارگاه چیست؟", "مسابقه در چه رشته‌ای است؟");
        assertThat(check().findings()).isEmpty();
    }

    @Test
    void aWordThatIsNotInTheVocabularyIsRefusedAtItsLine() {
        declare("person.shoeSize");
        assertThat(PacksOfTheHouse.problems(pack()))
                .singleElement()
                .matches(p -> p.what().contains("no word person.shoeSize") && p.line() > 1);
    }

    @Test
    void everyQuestionAndEveryFactThatIsSparedSaysWhatItIs() {
        assertThat(REGISTRIES.all())
                .allSatisfy(
                        registry -> {
                            var spared = registry.spared();
                            assertThat(spared.concepts().keySet())
                                    .containsAll(spared.facts().keySet());
                            assertThat(spared.concepts().values()).allMatch(Concepts::isKnown);
                            assertThat(spared.paperConcepts()).allMatch(Concepts::isKnown);
                            assertThat(spared.paperConcepts().isEmpty())
                                    .isEqualTo(spared.papers().isEmpty());
                        });
        for (PackFolder.Reading reading : PackFolder.readAll(PacksOfTheHouse.FOLDER)) {
            Pack pack = ((PackFolder.Reading.Read) reading).pack();
            assertThat(pack.file("form.json").split("\"label\": *\"[^\"]*\", *\\s*\"short\""))
                    .as(pack.name())
                    .hasSameSizeAs(pack.file("form.json").split("\"concept\""));
        }
    }

    private void declare(String concept) {
        changed.put(
                "form.json",
                good.file("form.json")
                        .replace(
                                "\"name\": \"unitName\",",
                                "\"name\": \"unitName\", \"concept\": \"" + concept + "\","));
    }

    /** As packs were before there was a vocabulary. */
    private static Pack unnamed(Pack pack) {
        var files = new TreeMap<>(pack.files());
        files.put(
                "form.json",
                pack.file("form.json").replaceAll("\\s*\"concept\": \"[a-zA-Z.]+\",", ""));
        return new Pack(pack.agency(), pack.code(), files);
    }

    private void change(String file, String what, String by) {
        String text = changed.getOrDefault(file, good.file(file));
        assertThat(text).contains(what);
        changed.put(file, text.replace(what, by));
    }

    private OnceOnly check() {
        Pack pack = pack();
        return RULES.check(service(pack), pack);
    }

    private Pack pack() {
        var files = new TreeMap<>(good.files());
        files.putAll(changed);
        return new Pack(good.agency(), good.code(), files);
    }

    private static Service service(Pack pack) {
        return Packs.service(new Kept(pack.version(), 1, PacksOfTheHouse.NOW, pack));
    }

    private int lineOf(String part) {
        String form = good.file("form.json");
        return 1
                + (int)
                        form.substring(0, form.indexOf(part))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
