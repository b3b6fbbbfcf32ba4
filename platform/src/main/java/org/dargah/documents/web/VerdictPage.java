package org.dargah.documents.web;

import java.util.List;
import org.dargah.ui.Row;
import org.dargah.ui.Tone;

/**
 * The answer of a check.
 *
 * @param tone of the notice
 * @param word the verdict in one or two words
 * @param title the verdict as a sentence
 * @param text what it means, and what to do
 * @param facts the public face of the certificate, or none
 */
public record VerdictPage(
        Tone tone,
        String word,
        String title,
        List<String> text,
        String factsTitle,
        List<Row> facts) {

    public VerdictPage {
        text = List.copyOf(text);
        facts = List.copyOf(facts);
    }
}
