package org.dargah.authoring.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.catalog.OnceOnly;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;

/**
 * What a form asks although a registry tells it.
 *
 * @param summary the counts, in a sentence
 */
public record OnceOnlyView(String summary, List<Line> lines) {

    /**
     * One question.
     *
     * @param gives which registry tells it, and as what
     * @param reason the law, or what the author says; empty when it has to be dropped
     */
    public record Line(String question, Tag tag, String gives, String reason) {}

    static OnceOnlyView of(OnceOnly found, Words words) {
        return new OnceOnlyView(
                words.t(
                        "authoring.once-only.counts",
                        found.questions(),
                        found.papers(),
                        found.sparedQuestions(),
                        found.sparedPapers()),
                Stream.concat(
                                found.findings().stream().map(it -> found(it, words)),
                                found.doubts().stream().map(it -> doubt(it, words)))
                        .toList());
    }

    private static Line found(OnceOnly.Finding finding, Words words) {
        Optional<String> law = finding.legalReason().map(text -> words.pick(text.fa(), text.en()));
        return new Line(
                words.pick(finding.label().fa(), finding.label().en()),
                law.isPresent()
                        ? new Tag(words.t("authoring.once-only.law"), Tone.INFO)
                        : new Tag(words.t("authoring.once-only.drop"), Tone.WARN),
                gives(finding, words),
                law.map(text -> words.t("authoring.once-only.law.text", text)).orElse(""));
    }

    private static Line doubt(OnceOnly.Finding finding, Words words) {
        return new Line(
                words.pick(finding.label().fa(), finding.label().en()),
                new Tag(words.t("authoring.once-only.other"), Tone.PLAIN),
                gives(finding, words),
                words.t("authoring.once-only.other.text"));
    }

    private static String gives(OnceOnly.Finding finding, Words words) {
        return words.t(
                "authoring.once-only.gives",
                words.pick(finding.from().fa(), finding.from().en()),
                words.pick(finding.what().fa(), finding.what().en()));
    }
}
