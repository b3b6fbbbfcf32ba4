package org.dargah.board.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line of percentages over months, drawn from left to right in 640 by 270 units.
 *
 * @param target the percentage of the dashed line
 */
public record Trend(List<Point> points, int target, String from, String to) {

    private static final double LEFT = 74;
    private static final double RIGHT = 552;
    private static final double FLOOR = 226;
    private static final double UNIT = 2.04;

    /**
     * @param position 0 for the first month
     */
    public record Point(int position, int of, double percent, String month, String text) {

        public double x() {
            return Math.round(LEFT + (RIGHT - LEFT) * position / (of - 1));
        }

        public double y() {
            return height(percent);
        }

        /** There is room for every second name. */
        public boolean isNamed() {
            return (of - 1 - position) % 2 == 0;
        }
    }

    public Trend {
        points = List.copyOf(points);
    }

    public static double height(double percent) {
        return Math.round((FLOOR - UNIT * percent) * 10) / 10.0;
    }

    public String line() {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
    }

    public Point last() {
        return points.getLast();
    }
}
