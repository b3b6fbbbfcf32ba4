package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.agencies.Agencies;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Extension;
import org.dargah.cases.Extensions;
import org.dargah.cases.Lapse;
import org.dargah.cases.Silences;
import org.dargah.catalog.Service;
import org.dargah.catalog.Terms;
import org.dargah.catalog.Text;
import org.dargah.kernel.AgencyCode;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** What there is to say of a case's statutory time beside its last day. */
@Component
class TermTexts {

    private final Extensions extensions;
    private final Silences silences;
    private final Agencies agencies;

    TermTexts(Extensions extensions, Silences silences, Agencies agencies) {
        this.extensions = extensions;
        this.silences = silences;
        this.agencies = agencies;
    }

    /** Sentences for applicant and officer alike; none for most cases. */
    List<String> lines(CaseFile file, Service service, Words words) {
        var lines = new ArrayList<String>();
        extensions.of(file).ifPresent(it -> lines.add(extended(it, service, words)));
        Terms.Silence silence = service.terms().silence();
        Optional<Lapse> lapse = silences.of(file);
        if (lapse.isPresent()) {
            lines.add(lapsed(lapse.get(), silence, words));
        } else if (silence.speaks() && file.stage().isSubmitted() && !file.stage().isEnd()) {
            lines.add(prospect(file, silence, words));
        }
        return lines;
    }

    private static String extended(Extension extension, Service service, Words words) {
        Terms.Extension declared = service.terms().extension().orElseThrow();
        Text reason = declared.reason(extension.reason()).orElseThrow().text();
        return words.t(
                "cases.extension.done",
                words.longDate(extension.dueOn()),
                words.longDate(extension.until()),
                reason.in(words.locale()),
                declared.legalBasis().in(words.locale()));
    }

    String lapsed(Lapse lapse, Terms.Silence silence, Words words) {
        return words.t("cases.lapse." + lapse.slug(), law(silence, words), body(silence, words));
    }

    private String prospect(CaseFile file, Terms.Silence silence, Words words) {
        return words.t(
                "cases.silence." + silence.meaning().name().toLowerCase(java.util.Locale.ROOT),
                words.longDate(Objects.requireNonNull(file.dueOn())),
                law(silence, words),
                body(silence, words));
    }

    private static String law(Terms.Silence silence, Words words) {
        return silence.legalBasis().orElseThrow().in(words.locale());
    }

    private String body(Terms.Silence silence, Words words) {
        return silence.body()
                .map((AgencyCode body) -> agencies.title(body, words.locale()))
                .orElse("");
    }
}
