package org.dargah.inquiries;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Looks;
import org.dargah.exchange.Manner;
import org.dargah.exchange.PurposeText;
import org.dargah.exchange.Purposes;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Rights;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in plain words what a right lets a program do. */
@Component
public final class RightWords {

    private final Looks looks;
    private final Registries registries;
    private final Purposes purposes;
    private final Clock clock;

    RightWords(Looks looks, Registries registries, Purposes purposes, Clock clock) {
        this.looks = looks;
        this.registries = registries;
        this.purposes = purposes;
        this.clock = clock;
    }

    public String registry(String code, Words words) {
        return registries.find(code).map(it -> words.pick(it.titleFa(), it.titleEn())).orElse(code);
    }

    /** As the register of purposes words it, which speaks to the person asked about. */
    public String purpose(Purpose code, Words words) {
        return purposes.find(code).map(it -> words.pick(it.fa(), it.en())).orElse(code.code());
    }

    public Optional<String> basis(Purpose code) {
        return purposes.find(code).map(PurposeText::basis);
    }

    /** True when holding the right is not enough. */
    private boolean needsConsent(Purpose code) {
        return purposes.find(code).filter(PurposeText::asksConsent).isPresent();
    }

    /** The purpose, and that it takes the person's consent where it does. */
    public String conditions(Purpose code, Words words) {
        return needsConsent(code)
                ? words.t("inquiries.right.with-consent", purpose(code, words))
                : purpose(code, words);
    }

    public String manner(Manner manner, Words words) {
        return words.t("inquiries.manner." + manner.name().toLowerCase(Locale.ROOT));
    }

    public String fields(AccessRight right, Words words) {
        return looks.fields(right.registry(), right.fields(), words);
    }

    public boolean isOver(AccessRight right) {
        return Tehran.today(clock).isAfter(right.bounds().until());
    }

    public Tag state(AccessRight right, Words words) {
        return isOver(right)
                ? new Tag(words.t("inquiries.right.over"), Tone.WARN)
                : new Tag(words.t("inquiries.right.in-force"), Tone.OK);
    }

    /** One sentence that says all of it. */
    public String sentence(AccessRight right, String program, Words words) {
        return words.t(
                "inquiries.right.sentence",
                program,
                registry(right.registry(), words),
                purpose(right.purpose(), words),
                words.t("inquiries.manner." + key(right.manner()) + ".does", fields(right, words)));
    }

    private static String key(Manner manner) {
        return manner.name().toLowerCase(Locale.ROOT);
    }

    public List<Row> rows(AccessRight right, Words words) {
        List<Row> rows = rows(right.terms(), words);
        rows.add(new Row(words.t("inquiries.right.granted"), words.moment(right.grantedAt())));
        return rows;
    }

    /** The same of a right that is not granted yet. */
    public List<Row> rows(Rights.Wanted right, Words words) {
        Bounds bounds = right.bounds();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.t("inquiries.right.registry"), registry(right.registry(), words)));
        rows.add(new Row(words.t("inquiries.right.purpose"), purpose(right.purpose(), words)));
        basis(right.purpose())
                .ifPresent(law -> rows.add(new Row(words.t("inquiries.usage.basis"), law)));
        if (needsConsent(right.purpose())) {
            rows.add(
                    new Row(
                            words.t("inquiries.right.consent"),
                            words.t("inquiries.right.consent.needed")));
        }
        rows.add(new Row(words.t("inquiries.right.manner"), manner(right.manner(), words)));
        rows.add(
                new Row(
                        words.t("inquiries.right.fields"),
                        looks.fields(right.registry(), right.fields(), words)));
        rows.add(
                new Row(
                        words.t("inquiries.right.rate"),
                        words.t("inquiries.right.rate.text", bounds.perMinute(), bounds.perDay())));
        rows.add(new Row(words.t("inquiries.right.hours"), hours(bounds.hours(), words)));
        rows.add(new Row(words.t("inquiries.right.roles"), roles(bounds, words)));
        if (!bounds.parties().isEmpty()) {
            rows.add(new Row(words.t("inquiries.right.parties"), joined(bounds.parties(), words)));
        }
        rows.add(new Row(words.t("inquiries.right.until"), words.longDate(bounds.until())));
        return rows;
    }

    private static String hours(Bounds.@Nullable Hours hours, Words words) {
        return hours == null
                ? words.t("inquiries.right.hours.always")
                : words.t(
                        "inquiries.right.hours.text",
                        time(hours.from(), words),
                        time(hours.to(), words));
    }

    private static String time(LocalTime time, Words words) {
        return words.digits(time.toString());
    }

    private static String roles(Bounds bounds, Words words) {
        return bounds.roles().isEmpty()
                ? words.t("inquiries.right.roles.any")
                : joined(bounds.roles(), words);
    }

    private static String joined(Set<String> names, Words words) {
        return words.list(names.stream().sorted().toList());
    }
}
