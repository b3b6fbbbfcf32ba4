package org.dargah.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.kernel.MapPoint;
import org.jspecify.annotations.Nullable;

/**
 * A plain map of the province: its towns, drawn in the projection of web maps (EPSG:3857), one unit
 * a pixel at zoom 8. It needs nothing from outside; where the province names a tile server, streets
 * are drawn under it by a script.
 *
 * @param tiles address of a tile with {@code {z}}, {@code {x}}, {@code {y}}; empty for none
 */
public record MapSheet(List<Town> towns, String tiles) {

    private static final double WORLD = 65_536;
    private static final double MARGIN = 40;
    private static final double NEAR = 130;
    private static final double KILOMETRES_A_DEGREE = 111.2;

    /** A town by its degrees. */
    public record Town(String fa, String en, double lat, double lon) {

        public double x() {
            return MapSheet.x(lon);
        }

        public double y() {
            return MapSheet.y(lat);
        }
    }

    /** The town that lies nearest to a place. */
    public record Near(Town town, long kilometres) {}

    public MapSheet {
        towns = List.copyOf(towns);
    }

    public static double x(double lon) {
        return (lon + 180) / 360 * WORLD;
    }

    public static double y(double lat) {
        double radians = Math.toRadians(lat);
        return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * WORLD;
    }

    /** All towns with some room around them, as SVG writes it. */
    public String whole() {
        double west = towns.stream().mapToDouble(Town::x).min().orElse(0) - MARGIN;
        double east = towns.stream().mapToDouble(Town::x).max().orElse(WORLD) + MARGIN;
        double north = towns.stream().mapToDouble(Town::y).min().orElse(0) - MARGIN;
        double south = towns.stream().mapToDouble(Town::y).max().orElse(WORLD) + MARGIN;
        return box(west, north, east - west, south - north);
    }

    /** The surroundings of a place, some two hundred kilometres wide; all towns without one. */
    public String around(@Nullable MapPoint point) {
        return point == null
                ? whole()
                : box(
                        x(point.lon().doubleValue()) - NEAR,
                        y(point.lat().doubleValue()) - NEAR * 0.6,
                        NEAR * 2,
                        NEAR * 1.2);
    }

    private static String box(double x, double y, double width, double height) {
        return String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", x, y, width, height);
    }

    /** A coordinate as SVG writes it. */
    public static String unit(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    public Optional<Near> near(MapPoint point) {
        double lat = point.lat().doubleValue();
        double lon = point.lon().doubleValue();
        return towns.stream()
                .map(town -> new Near(town, Math.round(kilometres(town, lat, lon))))
                .min(Comparator.comparingLong(Near::kilometres));
    }

    private static double kilometres(Town town, double lat, double lon) {
        double east = (lon - town.lon()) * Math.cos(Math.toRadians(lat));
        return Math.hypot(lat - town.lat(), east) * KILOMETRES_A_DEGREE;
    }
}
