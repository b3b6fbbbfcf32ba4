package org.dargah.inquiries;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dargah.agencies.Agencies;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Looks;
import org.dargah.exchange.Manner;
import org.dargah.exchange.PurposeText;
import org.dargah.exchange.Purposes;
import org.dargah.exchange.Registries;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.kernel.AgencyCode;
import org.dargah.messages.SmsText;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says of a consent what is shared with whom, from where, why and until when. */
@Component
public final class ConsentWords {

    /** Where a person answers, and takes back. */
    public static final String PAGE = "/me/consents";

    private static final int LONGEST_NAME = 60;

    private final Looks looks;
    private final Registries registries;
    private final Purposes purposes;
    private final Agencies agencies;
    private final Clients clients;
    private final Words persian;
    private final String home;
    private final Clock clock;

    ConsentWords(
            Looks looks,
            Registries registries,
            Purposes purposes,
            Agencies agencies,
            Clients clients,
            Vocabulary vocabulary,
            @Value("${dargah.address}") String address,
            Clock clock) {
        this.looks = looks;
        this.registries = registries;
        this.purposes = purposes;
        this.agencies = agencies;
        this.clients = clients;
        this.persian = vocabulary.in(Words.PERSIAN);
        this.home = address.replaceFirst("/+$", "") + PAGE;
        this.clock = clock;
    }

    /** What the person reads before consenting, in Persian; it is kept and signed as it is. */
    String statement(String program, AgencyCode agency, Consent.Terms terms) {
        return String.join(
                "\n",
                persian.t(
                        "inquiries.consent.statement." + key(terms.manner()),
                        persian.digits(program),
                        agencies.title(agency, persian.locale()),
                        registry(terms, persian),
                        fields(terms, persian)),
                persian.t("inquiries.consent.statement.why", purpose(terms, persian)),
                persian.t("inquiries.consent.statement.basis", basis(terms)),
                persian.t(
                        terms.once()
                                ? "inquiries.consent.statement.once"
                                : "inquiries.consent.statement.standing",
                        persian.moment(terms.until())),
                persian.t("inquiries.consent.statement.withdraw"));
    }

    private static String key(Manner manner) {
        return manner.name().toLowerCase(Locale.ROOT);
    }

    private String registry(Consent.Terms terms, Words words) {
        return registries
                .find(terms.registry())
                .map(it -> words.pick(it.titleFa(), it.titleEn()))
                .orElse(terms.registry());
    }

    private String fields(Consent.Terms terms, Words words) {
        return looks.fields(terms.registry(), terms.fields(), words);
    }

    private String purpose(Consent.Terms terms, Words words) {
        return looks.purpose(terms.purpose(), words);
    }

    private String basis(Consent.Terms terms) {
        return purposes.find(terms.purpose()).map(PurposeText::basis).orElse("");
    }

    /** To answer on the person's own page. */
    String smsOfWish(Consent consent) {
        return fitting(consent, "\n" + persian.t("inquiries.consent.sms.page") + " " + home);
    }

    /** The code stands beside the words, since filling it in would write its digits in Persian. */
    String smsAtCounter(Consent consent, String code) {
        return fitting(
                consent,
                "\n"
                        + persian.t("inquiries.consent.sms.counter")
                        + " "
                        + code
                        + "\n"
                        + persian.t("inquiries.consent.sms.counter.warning")
                        + " "
                        + home);
    }

    String smsOfCode(Consent consent, String code) {
        return persian.t("inquiries.consent.sms.code", program(consent))
                + " "
                + code
                + "\n"
                + persian.t("inquiries.consent.sms.code.warning");
    }

    String smsOfGiving(Consent consent) {
        return persian.t(
                        "inquiries.consent.sms.given",
                        program(consent),
                        persian.moment(consent.terms().until()))
                + " "
                + home;
    }

    /** Names of many fields make an SMS too long; then their number has to do. */
    private String fitting(Consent consent, String rest) {
        Consent.Terms terms = consent.terms();
        String whole = wish(consent, fields(terms, persian)) + rest;
        return fits(whole)
                ? whole
                : wish(consent, persian.t("inquiries.consent.sms.fields", terms.fields().size()))
                        + rest;
    }

    private String wish(Consent consent, String fields) {
        Consent.Terms terms = consent.terms();
        return persian.t(
                "inquiries.consent.sms.wish",
                program(consent),
                registry(terms, persian),
                fields,
                purpose(terms, persian),
                persian.moment(terms.until()));
    }

    private static boolean fits(String text) {
        return text.length() <= SmsText.MOST_PARTS * 67;
    }

    /** By name; a program that is gone is named by its body. */
    private String program(Consent consent) {
        String name = program(consent, persian);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    public String program(Consent consent, Words words) {
        return clients.find(consent.client())
                .map(CurrentClient::title)
                .map(words::digits)
                .orElseGet(() -> agencies.title(consent.agency(), words.locale()));
    }

    public Tag state(Consent consent, Words words) {
        Consent.State state = consent.state(clock.instant());
        Tone tone =
                switch (state) {
                    case ASKED -> Tone.WARN;
                    case GIVEN -> Tone.OK;
                    case REFUSED, WITHDRAWN, USED, EXPIRED -> Tone.PLAIN;
                };
        return new Tag(words.t("inquiries.consent.state." + key(state)), tone);
    }

    private static String key(Consent.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What the state means for the person, in a whole sentence. */
    public String meaning(Consent consent, Words words) {
        return words.t("inquiries.consent.meaning." + key(consent.state(clock.instant())));
    }

    /** In the order given; null when there is none. */
    public @Nullable DataTable table(String caption, List<Consent> consents, Words words) {
        return consents.isEmpty()
                ? null
                : new DataTable(
                        caption,
                        List.of(
                                words.t("inquiries.usage.program"),
                                words.t("inquiries.consent.what"),
                                words.t("inquiries.usage.why"),
                                words.t("inquiries.consent.until"),
                                words.t("inquiries.right.state")),
                        consents.stream().map(consent -> row(consent, words)).toList());
    }

    private List<Cell> row(Consent consent, Words words) {
        Tag state = state(consent, words);
        return List.of(
                Cell.link(program(consent, words), PAGE + "/" + consent.id()),
                Cell.text(fields(consent.terms(), words)),
                Cell.text(purpose(consent.terms(), words)),
                Cell.time(consent.terms().until()),
                Cell.tag(state.text(), state.tone()));
    }

    public List<Row> rows(Consent consent, Words words) {
        Consent.Terms terms = consent.terms();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.t("inquiries.usage.program"), program(consent, words)));
        rows.add(
                new Row(
                        words.t("inquiries.usage.office"),
                        agencies.title(consent.agency(), words.locale())));
        rows.add(new Row(words.t("inquiries.usage.source"), registry(terms, words)));
        rows.add(new Row(words.t("inquiries.consent.what"), fields(terms, words)));
        rows.add(
                new Row(
                        words.t("inquiries.right.manner"),
                        words.t("inquiries.consent.manner." + key(terms.manner()))));
        rows.add(new Row(words.t("inquiries.usage.why"), purpose(terms, words)));
        rows.add(new Row(words.t("inquiries.usage.basis"), basis(terms)));
        rows.add(
                new Row(
                        words.t("inquiries.consent.times"),
                        words.t(
                                terms.once()
                                        ? "inquiries.consent.times.once"
                                        : "inquiries.consent.times.standing")));
        rows.add(new Row(words.t("inquiries.consent.until"), words.moment(terms.until())));
        addCourse(rows, consent, words);
        return rows;
    }

    private static void addCourse(List<Row> rows, Consent consent, Words words) {
        Consent.Course course = consent.course();
        String reference = consent.reference();
        if (reference != null) {
            rows.add(new Row(words.t("inquiries.usage.issue"), words.prose(reference)));
        }
        add(rows, "asked", course.askedAt(), words);
        add(rows, "given", course.givenAt(), words);
        Consent.Way how = course.how();
        if (how != null) {
            rows.add(
                    new Row(
                            words.t("inquiries.consent.how"),
                            words.t(
                                    how == Consent.Way.PORTAL
                                            ? "inquiries.consent.how.portal"
                                            : "inquiries.consent.how.counter")));
        }
        add(rows, "refused", course.refusedAt(), words);
        add(rows, "used", consent.terms().once() ? course.usedAt() : null, words);
        add(rows, "withdrawn", course.withdrawnAt(), words);
    }

    private static void add(List<Row> rows, String what, @Nullable Instant at, Words words) {
        if (at != null) {
            rows.add(new Row(words.t("inquiries.consent.at." + what), words.moment(at)));
        }
    }
}
