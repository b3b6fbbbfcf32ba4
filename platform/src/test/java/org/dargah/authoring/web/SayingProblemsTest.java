package org.dargah.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.dargah.catalog.FieldKind;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checks say in English reaches a Persian author in Persian. */
class SayingProblemsTest {

    private final ProblemWords words = new ProblemWords();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required property 'title' not found | ویژگی لازم",
                "string found, integer expected | از نوع",
                "must be at least 3 characters long | دست‌کم",
                "the decision 'fees' is missing | تصمیم fees نیست",
                "larger than 512 KiB | کیلوبایت",
                "parts may not have names (&a0) | نام‌گذاری بخش‌ها",
                "does not have a value in the enumeration [\"a\", \"b\"] | باید یکی از این‌ها باشد"
            })
    void aSentenceOfTheChecksIsKnown(String english, String persian) {
        assertThat(words.persian(english)).get().asString().contains(persian);
    }

    @Test
    void whatStoodInTheSentenceIsIsolated() {
        assertThat(words.persian("two pages are called use"))
                .contains("دو صفحه نام \u2068use\u2069 دارند.");
    }

    @Test
    void whatNobodyKnowsIsLeftToTheMachinesOwnWords() {
        assertThat(words.persian("something quite new")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FieldKind.class)
    void everyKindOfAnswerHasAWordInTheDifferences(FieldKind kind) {
        Words persian = new Vocabulary().in(Words.PERSIAN);
        assertThat(
                        persian.has(
                                "authoring.diff.kind."
                                        + kind.name().toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
    }
}
