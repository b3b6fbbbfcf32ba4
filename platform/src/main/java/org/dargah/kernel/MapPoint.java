package org.dargah.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in Iran by its degrees (WGS 84), to five decimals, which is about a metre. A person's
 * place is personal: it masks itself.
 */
public record MapPoint(BigDecimal lat, BigDecimal lon) {

    private static final int METRE = 5;
    private static final BigDecimal SOUTH = new BigDecimal("24.5");
    private static final BigDecimal NORTH = new BigDecimal("40");
    private static final BigDecimal WEST = new BigDecimal("44");
    private static final BigDecimal EAST = new BigDecimal("64");
    private static final Pattern DEGREES = Pattern.compile("\\d{1,3}(?:\\.\\d{1,12})?");
    private static final Pattern PAIR = Pattern.compile("([^,;\\s]+)[,;\\s]+([^,;\\s]+)");

    public MapPoint {
        if (!isWithin(lat, lon)) {
            throw new IllegalArgumentException("Outside Iran");
        }
        lat = lat.setScale(METRE, RoundingMode.HALF_UP);
        lon = lon.setScale(METRE, RoundingMode.HALF_UP);
    }

    /** The degrees that a person typed; empty if it is no number of degrees. */
    public static Optional<BigDecimal> degrees(String typed) {
        String number = PersianText.normalise(typed).replace('٫', '.').replace("°", "").strip();
        return DEGREES.matcher(number).matches()
                ? Optional.of(new BigDecimal(number))
                : Optional.empty();
    }

    /** True if it lies in the rectangle around Iran: what lies outside was mistyped. */
    public static boolean isWithin(BigDecimal lat, BigDecimal lon) {
        return lat.compareTo(SOUTH) >= 0
                && lat.compareTo(NORTH) <= 0
                && lon.compareTo(WEST) >= 0
                && lon.compareTo(EAST) <= 0;
    }

    /** The two numbers that a map copies, such as «30.28395, 57.08340». */
    public static Optional<String[]> parts(String typed) {
        Matcher pair = PAIR.matcher(PersianText.normalise(typed).replace('،', ','));
        return pair.matches()
                ? Optional.of(new String[] {pair.group(1), pair.group(2)})
                : Optional.empty();
    }

    /** The place of two numbers as they were typed; empty if they name none in Iran. */
    public static Optional<MapPoint> of(String lat, String lon) {
        return degrees(lat)
                .flatMap(
                        north ->
                                degrees(lon)
                                        .filter(east -> isWithin(north, east))
                                        .map(east -> new MapPoint(north, east)));
    }

    /** Latitude first, as maps write it. */
    public String text() {
        return lat.toPlainString() + ", " + lon.toPlainString();
    }

    @Override
    public String toString() {
        return "MapPoint[masked]";
    }
}
