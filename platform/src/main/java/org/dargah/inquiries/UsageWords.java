package org.dargah.inquiries;

import java.util.List;
import java.util.Optional;
import org.dargah.acts.Entry;
import org.dargah.exchange.Inquiry;
import org.dargah.exchange.Looks;
import org.dargah.exchange.PurposeText;
import org.dargah.exchange.Purposes;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Trace;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of one use of a person's data who, for whom, what, why and with what end. */
@Component
public final class UsageWords {

    /** Where a person reads each line whole. */
    public static final String PAGE = "/me/usages/";

    private final Looks looks;
    private final Registries registries;
    private final Purposes purposes;

    UsageWords(Looks looks, Registries registries, Purposes purposes) {
        this.looks = looks;
        this.registries = registries;
        this.purposes = purposes;
    }

    /** The list, in the order given; null when there is none. */
    public @Nullable DataTable table(List<Usage> usages, Words words) {
        List<String> columns =
                List.of(
                        words.t("inquiries.usage.what"),
                        words.t("inquiries.usage.office"),
                        words.t("inquiries.usage.who"),
                        words.t("inquiries.usage.why"),
                        words.t("inquiries.usage.outcome"),
                        words.t("inquiries.usage.when"));
        return usages.isEmpty()
                ? null
                : new DataTable(
                        words.t("inquiries.usage.caption"),
                        columns,
                        usages.stream().map(usage -> row(usage, words)).toList());
    }

    private List<Cell> row(Usage usage, Words words) {
        Tag outcome = outcome(usage, words);
        return List.of(
                Cell.link(what(usage, words), PAGE + usage.id()),
                Cell.text(office(usage, words)),
                Cell.text(who(usage, words)),
                Cell.text(why(usage, words)),
                Cell.tag(outcome.text(), outcome.tone()),
                Cell.time(usage.at()));
    }

    /** Fields of a registry, or what was opened. Of a comparison nothing but yes or no was told. */
    public String what(Usage usage, Words words) {
        return switch (usage) {
            case Usage.Seen(var act) -> looks.what(act, words);
            case Usage.Asked(Trace trace) ->
                    trace.isMatch()
                            ? words.t("inquiries.usage.match", fields(trace, words))
                            : fields(trace, words);
        };
    }

    private String fields(Trace trace, Words words) {
        Inquiry inquiry = trace.inquiry();
        String fields = looks.fields(inquiry.registry(), inquiry.fields(), words);
        return fields.isEmpty() ? words.t("inquiries.usage.nothing") : fields;
    }

    public String office(Usage usage, Words words) {
        AgencyCode code =
                switch (usage) {
                    case Usage.Seen(var act) -> act.entry().office();
                    case Usage.Asked(Trace trace) -> trace.inquiry().agency();
                };
        return looks.office(code, words);
    }

    /** A person by title, or the program of an organisation by its name. */
    public String who(Usage usage, Words words) {
        Actor actor =
                switch (usage) {
                    case Usage.Seen(var act) -> act.entry().actor();
                    case Usage.Asked(Trace trace) -> trace.inquiry().actor();
                };
        return Looks.who(actor, words);
    }

    public String why(Usage usage, Words words) {
        return switch (usage) {
            case Usage.Seen(var act) -> looks.why(act, words);
            case Usage.Asked(Trace trace) -> {
                String purpose = looks.purpose(trace.inquiry().purpose(), words);
                Integer condition = trace.inquiry().condition();
                yield condition == null
                        ? purpose
                        : words.t(
                                "exchange.looks.condition",
                                purpose,
                                words.digits(condition.toString()));
            }
        };
    }

    /** The law or rule, in Persian; empty where the register of purposes does not know it. */
    public Optional<String> basis(Usage usage) {
        Purpose purpose =
                switch (usage) {
                    case Usage.Seen(var act) -> purpose(act.entry());
                    case Usage.Asked(Trace trace) -> trace.inquiry().purpose();
                };
        return purposes.find(purpose).map(PurposeText::basis);
    }

    private static Purpose purpose(Entry entry) {
        return entry.purpose();
    }

    /** Where it was asked: the registry and who keeps it; empty when Dargah itself was read. */
    public Optional<String> source(Usage usage, Words words) {
        return usage instanceof Usage.Asked(Trace trace)
                ? registries
                        .find(trace.inquiry().registry())
                        .map(it -> words.pick(it.titleFa(), it.titleEn()))
                : Optional.empty();
    }

    public Tag outcome(Usage usage, Words words) {
        return switch (usage) {
            case Usage.Seen seen -> new Tag(words.t("inquiries.outcome.seen"), Tone.INFO);
            case Usage.Asked(Trace trace) ->
                    switch (trace.inquiry().outcome()) {
                        case KNOWN ->
                                new Tag(
                                        words.t(
                                                trace.isMatch()
                                                        ? "inquiries.outcome.compared"
                                                        : "inquiries.outcome.known"),
                                        Tone.INFO);
                        case NOT_FOUND ->
                                new Tag(words.t("inquiries.outcome.not-found"), Tone.PLAIN);
                        case REFUSED -> new Tag(words.t("inquiries.outcome.refused"), Tone.OK);
                        case UNREACHABLE ->
                                new Tag(words.t("inquiries.outcome.unreachable"), Tone.PLAIN);
                    };
        };
    }

    /** Who answers for it, by its code. */
    public AgencyCode agency(Usage usage) {
        return switch (usage) {
            case Usage.Seen(var act) ->
                    Optional.ofNullable(act.entry().office()).orElse(new AgencyCode("dargah"));
            case Usage.Asked(Trace trace) -> trace.inquiry().agency();
        };
    }
}
