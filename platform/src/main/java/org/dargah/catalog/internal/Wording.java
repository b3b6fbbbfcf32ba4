package org.dargah.catalog.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dargah.kernel.PersianText;

/** A label reduced to the words that say what is asked, so that spellings and courtesies agree. */
record Wording(List<String> words) {

    /**
     * Words that ask, and words for the applicant and for a copy; they do not say what is asked.
     */
    private static final Set<String> EMPTY =
            words(
                    """
                    شما خود خودتان تان را چیست کدام کدامند است لطفا بنویسید بنویس وارد کنید بفرستید
                    بارگذاری انتخاب متقاضی درخواستکننده درخواستدهنده درخواست کننده دهنده و یا از
                    تصویر کپی رونوشت اسکن اصل فایل عکس برگ نسخه صفحه اول چند دارنده صاحب
                    your the of a an and or what which is are please enter upload choose send copy
                    scan scanned image photo applicant applicants s my
                    """);

    /**
     * Whoever else a question may be about; a registry that is asked for the applicant is silent.
     */
    private static final Set<String> OTHERS =
            words(
                    """
                    همسر فرزند فرزندان مادر ضامن شریک شرکا وکیل نماینده ولی قیم مالک مالکان موجر
                    مستاجر فروشنده خریدار متوفی کارگر کارگران کارکنان کارفرما مدیر مدیرعامل سهامدار
                    شرکت وراث معرف شاهد
                    spouse wife husband child children mother guarantor partner lawyer guardian
                    owner landlord tenant seller buyer deceased worker workers employee employees
                    employer manager shareholder company heir witness
                    """);

    private static Set<String> words(String text) {
        return Set.copyOf(
                Arrays.stream(text.strip().split("\\s+"))
                        .map(PersianText::fold)
                        .distinct()
                        .toList());
    }

    static Wording of(String label) {
        // A half-space is written, left out and made a space, as people like.
        String apart = label.replaceAll("(?<=[a-z])(?=[A-Z])|\u200C", " ");
        String bare = PersianText.fold(apart).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return new Wording(
                Arrays.stream(bare.split(" "))
                        .filter(word -> !word.isEmpty() && !EMPTY.contains(word))
                        .toList());
    }

    /** The same thing is asked, word for word. */
    boolean is(Wording name) {
        return !name.words.isEmpty() && words.equals(name.words);
    }

    /** The name stands in it, and it is about nobody else. */
    boolean speaksOf(Wording name) {
        return !name.words.isEmpty()
                && Collections.indexOfSubList(words, name.words) >= 0
                && Collections.disjoint(words, OTHERS);
    }

    boolean isOneWord() {
        return words.size() == 1;
    }
}
