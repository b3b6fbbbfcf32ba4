package org.dargah.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dargah.acts.RecordedAct;
import org.dargah.agencies.Agencies;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** «چه کسی اطلاعات من را دید»: each line of the record that showed a person's data to somebody. */
@Component
public final class Looks {

    private final Agencies agencies;
    private final Registries registries;
    private final Purposes purposes;

    Looks(Agencies agencies, Registries registries, Purposes purposes) {
        this.agencies = agencies;
        this.registries = registries;
        this.purposes = purposes;
    }

    /** The list, in the order given; null when nobody looked. */
    public @Nullable DataTable table(List<RecordedAct> acts, Words words) {
        List<String> columns =
                List.of(
                        words.t("exchange.looks.when"),
                        words.t("exchange.looks.who"),
                        words.t("exchange.looks.office"),
                        words.t("exchange.looks.what"),
                        words.t("exchange.looks.why"));
        List<List<Cell>> rows = acts.stream().map(act -> row(act, words)).toList();
        return rows.isEmpty()
                ? null
                : new DataTable(words.t("exchange.looks.caption"), columns, rows);
    }

    private List<Cell> row(RecordedAct act, Words words) {
        return List.of(
                Cell.time(act.at()),
                Cell.text(who(act, words)),
                Cell.text(office(act.entry().office(), words)),
                Cell.text(what(act, words)),
                Cell.text(why(act, words)));
    }

    private static String who(RecordedAct act, Words words) {
        return act.entry().isOwn()
                ? words.t("exchange.looks.you")
                : words.digits(act.entry().actor().title());
    }

    /** The record keeps the title that others read; before themselves, people are «شما». */
    public static String who(Actor actor, Words words) {
        return actor.kind() == Actor.Kind.CITIZEN
                ? words.t("exchange.looks.you")
                : words.digits(actor.title());
    }

    public String office(@Nullable AgencyCode code, Words words) {
        return code == null
                ? words.t("exchange.looks.office.none")
                : agencies.title(code, words.locale());
    }

    public String what(RecordedAct act, Words words) {
        Map<String, String> details = act.entry().details();
        String registry = details.getOrDefault("registry", "");
        String fields = details.getOrDefault("fields", "");
        return registries.find(registry).isEmpty()
                ? words.t(act.act().messageKey())
                : fields(
                        registry,
                        List.of(StringUtils.commaDelimitedListToStringArray(fields)),
                        words);
    }

    /** The names of fields as people read them. */
    public String fields(String registry, List<String> names, Words words) {
        var labels = new ArrayList<String>();
        for (String name : names) {
            labels.add(
                    registries
                            .find(registry)
                            .flatMap(known -> known.field(name))
                            .map(field -> words.pick(field.labelFa(), field.labelEn()))
                            .orElse(name));
        }
        return words.list(labels);
    }

    /** The purpose, and the numbered condition for which it was needed. */
    public String why(RecordedAct act, Words words) {
        String condition = act.entry().details().getOrDefault("condition", "");
        return condition.isEmpty()
                ? purpose(act, words)
                : words.t("exchange.looks.condition", purpose(act, words), words.digits(condition));
    }

    private String purpose(RecordedAct act, Words words) {
        return purpose(act.entry().purpose(), words);
    }

    /** Why, as the person reads it whose data it was. */
    public String purpose(Purpose code, Words words) {
        String own = "exchange.looks.why." + code.code();
        if (words.has(own)) {
            return words.t(own);
        }
        return purposes.find(code)
                .map(purpose -> words.pick(purpose.fa(), purpose.en()))
                .orElseGet(() -> words.t("exchange.looks.why.service"));
    }
}
