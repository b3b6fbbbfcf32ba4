package org.dargah.inquiries.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Consent.Way;
import org.dargah.exchange.Consents;
import org.dargah.exchange.Manner;
import org.dargah.identity.CurrentClient;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A wish for consent as a program sends it.
 *
 * @param registry such as {@code veterans/status@1}
 * @param purpose one that needs consent
 * @param manner {@code match}, {@code fields} or {@code record}; left out, that of the right
 * @param fields which may be asked or compared
 * @param subject the person
 * @param until ISO 8601 with offset, at most 366 days ahead
 * @param once true for one answered question; left out, as often as needed
 * @param way {@code portal} (left out) or {@code counter}: the SMS holds a code for the clerk
 * @param reference the organisation's own file; the person reads it
 */
record NewConsent(
        @Nullable String registry,
        @Nullable String purpose,
        @Nullable String manner,
        @Nullable List<@Nullable String> fields,
        @Nullable Subject subject,
        @Nullable String until,
        @Nullable Boolean once,
        @Nullable String way,
        @Nullable String reference) {

    private static final int LONGEST = 200;
    private static final String KEY = "[\\x21-\\x7e]{1,100}";

    /** Who is asked; the mobile must be theirs by the SIM registry. */
    record Subject(
            @Nullable String nationalId, @Nullable String birthDate, @Nullable String mobile) {

        @Override
        public String toString() {
            return "Subject";
        }
    }

    /** It names a person. */
    @Override
    public String toString() {
        return "NewConsent[" + registry + " for " + purpose + "]";
    }

    /** A wish that can be put to the person. */
    record Checked(Consents.Wanted wanted, LocalDate birthDate, Mobile mobile) {

        @Override
        public String toString() {
            return "Checked[" + wanted + "]";
        }
    }

    /** One part that is missing or wrong. */
    private record Wrong(String pointer, String en) {}

    Checked check(@Nullable String key, CurrentClient client, Consents consents, Clock clock) {
        if (key == null || !key.matches(KEY)) {
            throw Problem.refusal(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "The header Idempotency-Key is missing or not 1 to 100 visible ASCII signs.");
        }
        var wrong = new ArrayList<Wrong>();
        String from =
                need(
                        named(registry),
                        wrong,
                        "/registry",
                        "Name a registry, such as veterans/status@1");
        Purpose why =
                need(
                        named(purpose).flatMap(Purpose::parse).filter(consents::isAskedFor),
                        wrong,
                        "/purpose",
                        "Name a purpose that needs consent; others are asked for without one");
        List<String> what =
                fields == null
                        ? List.of()
                        : fields.stream().flatMap(Stream::ofNullable).distinct().sorted().toList();
        if (what.isEmpty()) {
            wrong.add(new Wrong("/fields", "Name the fields"));
        }
        Instant end = need(ending(clock), wrong, "/until", "ISO 8601, at most 366 days ahead");
        Subject who = subject == null ? new Subject(null, null, null) : subject;
        NationalId person =
                need(
                        named(who.nationalId()).flatMap(NationalId::parse),
                        wrong,
                        "/subject/nationalId",
                        "10 digits, the last one a checksum");
        LocalDate born =
                need(date(who.birthDate()), wrong, "/subject/birthDate", "Such as 1991-04-02");
        Mobile mobile =
                need(
                        named(who.mobile()).flatMap(Mobile::parse),
                        wrong,
                        "/subject/mobile",
                        "11 digits that begin with 09");
        Way at = need(one(Way.values(), way, Way.PORTAL), wrong, "/way", "portal or counter");
        Manner most =
                need(
                        one(Manner.values(), manner, held(client, consents, from, why)),
                        wrong,
                        "/manner",
                        "match, fields or record");
        if (reference != null && reference.length() > LONGEST) {
            wrong.add(new Wrong("/reference", "At most " + LONGEST + " signs"));
        }
        if (!wrong.isEmpty()
                || from == null
                || why == null
                || end == null
                || person == null
                || born == null
                || mobile == null
                || at == null
                || most == null) {
            throw invalid(wrong);
        }
        return new Checked(
                new Consents.Wanted(
                        client.id(),
                        client.agency(),
                        key,
                        person,
                        new Consent.Terms(from, why, most, what, end, Boolean.TRUE.equals(once)),
                        at,
                        reference == null || reference.isBlank()
                                ? null
                                : PersianText.normalise(reference)),
                born,
                mobile);
    }

    private static <T> @Nullable T need(
            Optional<T> read, List<Wrong> wrong, String pointer, String en) {
        if (read.isEmpty()) {
            wrong.add(new Wrong(pointer, en));
        }
        return read.orElse(null);
    }

    private static Optional<String> named(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank() && it.length() <= LONGEST);
    }

    /** Whole seconds, as people read it. */
    private Optional<Instant> ending(Clock clock) {
        Instant now = clock.instant();
        try {
            return Optional.ofNullable(until)
                    .map(it -> OffsetDateTime.parse(it).toInstant())
                    .map(it -> it.truncatedTo(ChronoUnit.SECONDS))
                    .filter(it -> it.isAfter(now) && !it.isAfter(now.plus(Consents.LONGEST)));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, @Nullable String word, E without) {
        return word == null
                ? Optional.of(without)
                : Arrays.stream(all)
                        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst();
    }

    private static Manner held(
            CurrentClient client,
            Consents consents,
            @Nullable String registry,
            @Nullable Purpose purpose) {
        return registry == null || purpose == null
                ? Manner.FIELDS
                : consents.rights(client.id(), client.agency(), registry, purpose).stream()
                        .findFirst()
                        .map(AccessRight::manner)
                        .orElse(Manner.FIELDS);
    }

    private static RuntimeException invalid(List<Wrong> wrong) {
        ProblemDetail problem =
                Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid",
                        "Some parts of the wish are missing or wrong; errors names each.");
        problem.setProperty("errors", wrong);
        return Problem.refusal(problem);
    }
}
