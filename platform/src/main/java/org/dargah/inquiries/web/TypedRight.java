package org.dargah.inquiries.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Manner;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Words;
import org.springframework.util.MultiValueMap;

/**
 * What an administrator typed about a right, as it was typed.
 *
 * @param until day, month and year
 */
public record TypedRight(
        String manner,
        List<String> fields,
        String perMinute,
        String perDay,
        String from,
        String to,
        String roles,
        String parties,
        List<String> until) {

    private static final Pattern PARTY =
            Pattern.compile("[A-Za-z0-9]{1,16}/[^/\\\\;:%,،\\s]{1,60}");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");
    private static final int MOST = 10_000_000;
    private static final int LONGEST_ROLE = 60;

    static TypedRight of(MultiValueMap<String, String> form) {
        return new TypedRight(
                one(form, "manner"),
                List.copyOf(Objects.requireNonNullElse(form.get("fields"), List.of())),
                one(form, "perMinute"),
                one(form, "perDay"),
                one(form, "from"),
                one(form, "to"),
                one(form, "roles"),
                one(form, "parties"),
                List.of(one(form, "until.day"), one(form, "until.month"), one(form, "until.year")));
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return PersianText.normalise(Objects.requireNonNullElse(form.getFirst(name), ""));
    }

    /** A start that lets little through for a year. */
    static TypedRight fresh(LocalDate today) {
        JalaliDate end = JalaliDate.of(today.plusYears(1));
        return new TypedRight(
                "match",
                List.of(),
                "60",
                "1000",
                "",
                "",
                "",
                "",
                List.of("" + end.day(), "" + end.month(), "" + end.year()));
    }

    Optional<Manner> chosenManner() {
        return Arrays.stream(Manner.values())
                .filter(one -> one.name().equalsIgnoreCase(manner))
                .findFirst();
    }

    /**
     * @param offered the fields that the registry gives for the purpose
     * @param endpoints the fields of each endpoint of the registry
     */
    Errors errors(
            List<String> offered, List<List<String>> endpoints, LocalDate today, Words words) {
        Errors errors = Errors.none();
        if (chosenManner().isEmpty()) {
            errors = errors.with("manner", words.t("inquiries.right.error.manner"));
        }
        if (fields.isEmpty() || !offered.containsAll(fields)) {
            errors = errors.with("fields", words.t("inquiries.right.error.fields"));
        }
        if (chosenManner().equals(Optional.of(Manner.RECORD)) && !areWhole(endpoints)) {
            errors = errors.with("fields", words.t("inquiries.right.error.record"));
        }
        if (number(perMinute).isEmpty()) {
            errors = errors.with("perMinute", words.t("inquiries.right.error.number"));
        }
        if (number(perDay).isEmpty()) {
            errors = errors.with("perDay", words.t("inquiries.right.error.number"));
        }
        return boundErrors(errors, today, words);
    }

    /** A message shows all that its endpoint answers, so of none may a part be chosen. */
    private boolean areWhole(List<List<String>> endpoints) {
        return endpoints.stream()
                .allMatch(
                        answered ->
                                fields.containsAll(answered)
                                        || answered.stream().noneMatch(fields::contains));
    }

    private Errors boundErrors(Errors so, LocalDate today, Words words) {
        Errors errors = so;
        if (!from.isEmpty() || !to.isEmpty()) {
            Optional<LocalTime> begin = time(from);
            Optional<LocalTime> end = time(to);
            if (begin.isEmpty()) {
                errors = errors.with("from", words.t("inquiries.right.error.time"));
            }
            if (end.isEmpty()) {
                errors = errors.with("to", words.t("inquiries.right.error.time"));
            } else if (begin.isPresent() && !end.get().isAfter(begin.get())) {
                errors = errors.with("to", words.t("inquiries.right.error.order"));
            }
        }
        if (chosenRoles().stream().anyMatch(role -> role.length() > LONGEST_ROLE)) {
            errors = errors.with("roles", words.t("inquiries.right.error.roles"));
        }
        if (!chosenParties().stream().allMatch(party -> PARTY.matcher(party).matches())) {
            errors = errors.with("parties", words.t("inquiries.right.error.parties"));
        }
        if (lastDay().filter(day -> !day.isBefore(today)).isEmpty()) {
            errors = errors.with("until", words.t("inquiries.right.error.until"));
        }
        return errors;
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,8}")
                ? Optional.of(Integer.valueOf(typed)).filter(n -> n > 0 && n <= MOST)
                : Optional.empty();
    }

    private static Optional<LocalTime> time(String typed) {
        Matcher time = TIME.matcher(typed);
        return time.matches()
                ? Optional.of(
                        LocalTime.of(
                                Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
                : Optional.empty();
    }

    private Set<String> chosenRoles() {
        return listed(roles);
    }

    private Set<String> chosenParties() {
        return listed(parties);
    }

    private static Set<String> listed(String typed) {
        return Arrays.stream(typed.split("[,،]", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<LocalDate> lastDay() {
        return JalaliDate.parse(until.get(2), until.get(1), until.get(0))
                .map(JalaliDate::toLocalDate);
    }

    /** Only where there are no {@link #errors}. */
    Bounds bounds() {
        return new Bounds(
                number(perMinute).orElseThrow(),
                number(perDay).orElseThrow(),
                from.isEmpty()
                        ? null
                        : new Bounds.Hours(time(from).orElseThrow(), time(to).orElseThrow()),
                chosenRoles(),
                chosenParties(),
                lastDay().orElseThrow());
    }
}
