package org.dargah.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.MapPoint;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Plate;
import org.dargah.kernel.Postcode;

/** Turns what was typed into what is stored. */
sealed interface Typed {

    record Value(Object value) implements Typed {}

    record Nothing() implements Typed {}

    record Wrong(Text sentence) implements Typed {}

    /** Years from here on are Gregorian; the Jalali ones of people alive are far below. */
    int GREGORIAN = 1700;

    Pattern GROUPING = Pattern.compile("[ ,٬،\\u200C]");
    Pattern UNIT = Pattern.compile("(?i)(?:ریال|rials?)$");
    Pattern DATE = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");

    /** An answer as it came from a page: whole, or in the parts of its kind. */
    static Typed read(Form.Field field, Map<String, ?> typed, Facts facts) {
        if (!typed.containsKey(field.name())) {
            return switch (field.kind()) {
                case DATE -> date(field, typed);
                case PLATE -> plate(field, typed);
                case MAP_POINT ->
                        point(field, part(field, "lat", typed), part(field, "lon", typed));
                default -> new Nothing();
            };
        }
        String text = part(field, "", typed);
        return field.choices() == null || text.isBlank()
                ? cell(field, text)
                : offered(field, text.strip(), facts);
    }

    private static String part(Form.Field field, String part, Map<String, ?> typed) {
        Object text = typed.get(part.isEmpty() ? field.name() : field.name() + "." + part);
        return text instanceof String string ? string : "";
    }

    /** An answer in one text, such as a cell of a table or what a program sends. */
    static Typed cell(Form.Field field, String text) {
        if (text.isBlank()) {
            return new Nothing();
        }
        return switch (field.kind()) {
            case TEXT -> filled(PersianText.normalise(text));
            case TEXTAREA -> filled(PersianText.normaliseLines(text));
            case FILE -> new Value(text.strip());
            case POSTCODE -> postcode(field, text);
            case MOBILE -> mobile(field, text);
            case CHOICE -> choice(field, text);
            case NUMBER -> number(field, text);
            case DATE -> dateInOne(field, text);
            case NATIONAL_ID -> TypedIds.nationalId(field, text);
            case LEGAL_ID -> TypedIds.legalId(field, text);
            case SHEBA -> TypedIds.sheba(field, text);
            case RIAL -> rial(field, text);
            case PLATE ->
                    Plate.parse(text)
                            .<Typed>map(plate -> new Value(plate.code()))
                            .orElseGet(() -> wrong("catalog.form.plate", field));
            case MAP_POINT ->
                    MapPoint.parts(text)
                            .map(parts -> point(field, parts[0], parts[1]))
                            .orElseGet(() -> wrong("catalog.form.point", field));
            case TABLE -> wrong("catalog.form.other", field);
        };
    }

    static Wrong wrong(String key, Form.Field field, Object... numbers) {
        return new Wrong(Sentence.of(key, field.shortLabel(), numbers));
    }

    /** Nothing is left of some texts, such as one lone ZWNJ. */
    private static Typed filled(String text) {
        return text.isEmpty() ? new Nothing() : new Value(text);
    }

    private static Typed postcode(Form.Field field, String text) {
        Optional<Postcode> read = Postcode.parse(text);
        if (read.isPresent()) {
            return new Value(read.get().digits());
        }
        String bare = PersianText.normalise(text).replaceAll("[^\\p{L}\\p{N}]", "");
        if (!bare.matches("\\d*")) {
            return new Wrong(Sentence.of("catalog.form.postcode.letters", field.shortLabel()));
        }
        return bare.length() == 10
                ? new Wrong(Sentence.of("catalog.form.postcode.wrong", field.shortLabel()))
                : new Wrong(
                        Sentence.of(
                                "catalog.form.postcode.digits", field.shortLabel(), bare.length()));
    }

    private static Typed mobile(Form.Field field, String text) {
        return Mobile.parse(text)
                .<Typed>map(mobile -> new Value(mobile.digits()))
                .orElseGet(() -> wrong("catalog.form.mobile", field));
    }

    /** By its value, or in a table by its words as they stand in a spreadsheet. */
    private static Typed choice(Form.Field field, String text) {
        String value = text.strip();
        if (field.label(value).isPresent() || field.choices() != null) {
            return new Value(value);
        }
        String folded = PersianText.fold(text);
        return field.options().stream()
                .filter(
                        option ->
                                PersianText.fold(option.label().fa()).equals(folded)
                                        || PersianText.fold(option.label().en()).equals(folded))
                .findFirst()
                .<Typed>map(option -> new Value(option.value()))
                .orElseGet(() -> wrong("catalog.form.choice", field));
    }

    /** One of those that a registry listed; while it has not, nothing can be held against it. */
    private static Typed offered(Form.Field field, String value, Facts facts) {
        List<Form.Option> listed = Choices.of(field, facts);
        return listed.isEmpty() || listed.stream().anyMatch(it -> it.value().equals(value))
                ? filled(PersianText.normalise(value))
                : wrong("catalog.form.choice", field);
    }

    /** ٬ and , group thousands, ٫ and . begin the fraction. */
    private static Typed number(Form.Field field, String text) {
        String digits = ungrouped(text);
        return NUMBER.matcher(digits).matches()
                ? new Value(plain(new BigDecimal(digits)))
                : wrong("catalog.form.number", field);
    }

    private static String ungrouped(String text) {
        return GROUPING.matcher(PersianText.normalise(text)).replaceAll("").replace('٫', '.');
    }

    /** Whole rials; the word may stand behind. */
    private static Typed rial(Form.Field field, String text) {
        String digits = UNIT.matcher(ungrouped(text)).replaceFirst("");
        if (!NUMBER.matcher(digits).matches()) {
            return wrong("catalog.form.rial", field);
        }
        BigDecimal amount = plain(new BigDecimal(digits));
        if (amount.scale() > 0) {
            return wrong("catalog.form.rial.whole", field);
        }
        return amount.signum() < 0
                ? wrong("catalog.form.rial.negative", field)
                : new Value(amount.longValueExact());
    }

    /** 20 and 20.0 are one number, and neither is 2E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static Typed date(Form.Field field, Map<String, ?> typed) {
        String year = part(field, "year", typed);
        String month = part(field, "month", typed);
        String day = part(field, "day", typed);
        if (year.isBlank() && month.isBlank() && day.isBlank()) {
            return new Nothing();
        }
        if (year.isBlank() || month.isBlank() || day.isBlank()) {
            return wrong("catalog.form.missing.date", field);
        }
        return jalali(field, year, month, day, "catalog.form.date");
    }

    private static Typed jalali(
            Form.Field field, String year, String month, String day, String remedy) {
        return JalaliDate.parse(year, month, day)
                .<Typed>map(date -> new Value(date.toLocalDate().toString()))
                .orElseGet(() -> wrong(remedy, field));
    }

    /** 1370/2/15 is Jalali; ISO 8601 is Gregorian, and so is what spreadsheets keep as a date. */
    private static Typed dateInOne(Form.Field field, String text) {
        Matcher parts = DATE.matcher(PersianText.normalise(text));
        if (!parts.matches()) {
            return wrong("catalog.form.date.one", field);
        }
        if (Integer.parseInt(parts.group(1)) < GREGORIAN) {
            return jalali(
                    field, parts.group(1), parts.group(2), parts.group(3), "catalog.form.date.one");
        }
        try {
            return new Value(
                    LocalDate.of(
                                    Integer.parseInt(parts.group(1)),
                                    Integer.parseInt(parts.group(2)),
                                    Integer.parseInt(parts.group(3)))
                            .toString());
        } catch (DateTimeException e) {
            return wrong("catalog.form.date.one", field);
        }
    }

    private static Typed plate(Form.Field field, Map<String, ?> typed) {
        String two = part(field, "two", typed);
        String letter = part(field, "letter", typed);
        String three = part(field, "three", typed);
        String place = part(field, "place", typed);
        // The list of letters has one that is chosen before anybody chose.
        if (two.isBlank() && three.isBlank() && place.isBlank()) {
            return new Nothing();
        }
        return Plate.parse(two + letter + three + "-" + place)
                .<Typed>map(plate -> new Value(plate.code()))
                .orElseGet(() -> wrong("catalog.form.plate", field));
    }

    private static Typed point(Form.Field field, String lat, String lon) {
        if (lat.isBlank() && lon.isBlank()) {
            return new Nothing();
        }
        Optional<BigDecimal> north = MapPoint.degrees(lat);
        Optional<BigDecimal> east = MapPoint.degrees(lon);
        if (north.isEmpty() || east.isEmpty()) {
            return wrong("catalog.form.point", field);
        }
        if (!MapPoint.isWithin(north.get(), east.get())) {
            return MapPoint.isWithin(east.get(), north.get())
                    ? wrong("catalog.form.point.swapped", field)
                    : wrong("catalog.form.point.outside", field);
        }
        var point = new MapPoint(north.get(), east.get());
        return new Value(Map.of("lat", point.lat(), "lon", point.lon()));
    }
}
