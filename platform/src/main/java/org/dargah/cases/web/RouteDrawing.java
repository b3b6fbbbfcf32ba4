package org.dargah.cases.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dargah.catalog.Route;

/**
 * Coordinates for a process whose author drew none: column by column from the start, as Persian is
 * read, from right to left. Only places and sizes are added; the process itself stays as it is.
 */
final class RouteDrawing {

    private static final int COLUMN = 190;
    private static final int ROW = 120;
    private static final int MIDDLE = 60;

    /** Below the middle of the last row. */
    private static final int FIRST_LANE = 60;

    private static final int LANE = 16;

    private final Route route;
    private final Map<String, int[]> places = new LinkedHashMap<>();
    private int columns;
    private int lowest;
    private int lanes;

    private RouteDrawing(Route route) {
        this.route = route;
    }

    /** The process with a diagram, its own if it has one. */
    static String of(String bpmn, Route route, String process) {
        if (bpmn.contains("BPMNDiagram")) {
            return bpmn;
        }
        String drawing = new RouteDrawing(route).draw(process);
        int end = bpmn.lastIndexOf("</");
        return bpmn.substring(0, end) + drawing + bpmn.substring(end);
    }

    private String draw(String process) {
        place();
        var xml = new StringBuilder(4_096);
        xml.append("<bpmndi:BPMNDiagram xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\"")
                .append(" xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\"")
                .append(" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" id=\"drawing\">")
                .append("<bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"" + process + "\">");
        route.stops().stream().filter(s -> places.containsKey(s.id())).forEach(s -> shape(xml, s));
        route.flows().stream()
                .filter(f -> places.containsKey(f.from()) && places.containsKey(f.to()))
                .forEach(f -> edge(xml, f));
        return xml.append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n").toString();
    }

    /** Breadth first: each stop one column after the first that leads to it. */
    private void place() {
        Map<Integer, Integer> rows = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (Route.Stop stop : route.stops()) {
            if (stop.kind() == Route.Kind.START) {
                places.put(stop.id(), new int[] {0, rows.merge(0, 1, Integer::sum) - 1});
                open.add(stop.id());
            }
        }
        while (!open.isEmpty()) {
            String from = open.poll();
            int column = places.getOrDefault(from, new int[] {0, 0})[0] + 1;
            route.stop(from).stream()
                    .flatMap(stop -> route.after(stop).stream())
                    .filter(next -> !places.containsKey(next.id()))
                    .forEach(
                            next -> {
                                int row = rows.merge(column, 1, Integer::sum) - 1;
                                places.put(next.id(), new int[] {column, row});
                                lowest = Math.max(lowest, row);
                                columns = Math.max(columns, column);
                                open.add(next.id());
                            });
        }
    }

    private int x(String id) {
        int[] place = places.getOrDefault(id, new int[] {0, 0});
        return 100 + (columns - place[0]) * COLUMN;
    }

    private int y(String id) {
        int[] place = places.getOrDefault(id, new int[] {0, 0});
        return MIDDLE + place[1] * ROW;
    }

    private static int width(Route.Stop stop) {
        return switch (stop.kind()) {
            case START, END -> 36;
            case CHOICE, PARALLEL -> 50;
            case TASK -> stop.is(org.dargah.catalog.TaskKind.WAIT) ? 36 : 120;
        };
    }

    private static int height(Route.Stop stop) {
        return width(stop) == 120 ? 80 : width(stop);
    }

    private void shape(StringBuilder xml, Route.Stop stop) {
        xml.append("<bpmndi:BPMNShape id=\"at_" + stop.id() + "\" bpmnElement=\"" + stop.id())
                .append("\"><dc:Bounds x=\"" + (x(stop.id()) - width(stop) / 2))
                .append("\" y=\"" + (y(stop.id()) - height(stop) / 2))
                .append("\" width=\"" + width(stop) + "\" height=\"" + height(stop))
                .append("\"/></bpmndi:BPMNShape>");
    }

    private void edge(StringBuilder xml, Route.Flow flow) {
        Route.Stop from = route.stop(flow.from()).orElseThrow();
        Route.Stop to = route.stop(flow.to()).orElseThrow();
        boolean on = x(to.id()) < x(from.id());
        int fromX = x(from.id()) + (on ? -1 : 1) * width(from) / 2;
        int toX = x(to.id()) + (on ? 1 : -1) * width(to) / 2;
        int between = on ? toX + 20 : fromX + 20;
        xml.append("<bpmndi:BPMNEdge id=\"way_" + flow.id() + "\" bpmnElement=\"" + flow.id())
                .append("\">");
        point(xml, fromX, y(from.id()));
        if (on && y(from.id()) != y(to.id())) {
            point(xml, between, y(from.id()));
            point(xml, between, y(to.id()));
        } else if (!on) {
            // Each way back has a lane of its own beneath all stops, so that none hides another.
            int under = MIDDLE + lowest * ROW + FIRST_LANE + LANE * lanes++;
            // Apart from where the ways on bend.
            int aside = 30 + 6 * lanes;
            point(xml, fromX + aside, y(from.id()));
            point(xml, fromX + aside, under);
            point(xml, toX - aside, under);
            point(xml, toX - aside, y(to.id()));
        }
        point(xml, toX, y(to.id()));
        xml.append("</bpmndi:BPMNEdge>");
    }

    private static void point(StringBuilder xml, int x, int y) {
        xml.append("<di:waypoint x=\"" + x + "\" y=\"" + y + "\"/>");
    }
}
