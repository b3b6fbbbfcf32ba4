package org.dargah.authoring.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dargah.catalog.Publishing.Listed;
import org.dargah.catalog.Service;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Pager;
import org.dargah.ui.Words;

/**
 * What somebody wants to see of the services.
 *
 * @param text in the title or the code; empty for all
 * @param state of the offer; empty for all
 * @param sort by what
 * @param page 1 for the first
 */
record ServiceList(String text, String state, String sort, int page) {

    static final int A_PAGE = 20;
    private static final List<String> STATES = List.of("offered", "retired", "withdrawn");
    private static final List<String> SORTS = List.of("title", "code", "changed");

    ServiceList {
        text = text.strip();
        state = STATES.contains(state) ? state : "";
        sort = SORTS.contains(sort) ? sort : SORTS.getFirst();
        page = Math.clamp(page, 1, 10_000);
    }

    /** True when somebody looks for something: the drafts would only be in the way. */
    boolean isSearch() {
        return page > 1 || !text.isEmpty() || !state.isEmpty();
    }

    List<Listed> of(List<Listed> all, Words words) {
        return all.stream().filter(this::fits).sorted(order(words)).toList();
    }

    private boolean fits(Listed listed) {
        Service service = listed.offered().service();
        String wanted = PersianText.fold(text);
        return (state.isEmpty() || state.equals(state(listed)))
                && Stream.of(service.title().fa(), service.title().en(), service.code().value())
                        .anyMatch(name -> PersianText.fold(name).contains(wanted));
    }

    private static String state(Listed listed) {
        if (listed.offered().current()) {
            return "offered";
        }
        return listed.offered().retired() ? "retired" : "withdrawn";
    }

    private Comparator<Listed> order(Words words) {
        return switch (sort) {
            case "code" -> Comparator.comparing(it -> it.offered().service().code().value());
            case "changed" ->
                    Comparator.<Listed, java.time.Instant>comparing(it -> it.last().at())
                            .reversed();
            default -> Comparator.comparing(it -> title(it, words));
        };
    }

    private static String title(Listed listed, Words words) {
        Service service = listed.offered().service();
        return words.pick(service.title().fa(), service.title().en());
    }

    DataTable table(List<Listed> found, DraftWords telling, Words words) {
        return new DataTable(
                words.t("authoring.services.caption", found.size()),
                List.of(
                        words.t("authoring.draft.service"),
                        words.t("authoring.draft.code"),
                        words.t("authoring.version"),
                        words.t("authoring.draft.state"),
                        words.t("authoring.by"),
                        words.t("authoring.at")),
                found.stream()
                        .skip((long) (page - 1) * A_PAGE)
                        .limit(A_PAGE)
                        .map(it -> row(it, telling, words))
                        .toList());
    }

    private static List<Cell> row(Listed listed, DraftWords telling, Words words) {
        Service service = listed.offered().service();
        return List.of(
                Cell.link(
                        title(listed, words),
                        ServicesController.HOME + "/" + service.code() + "/versions"),
                Cell.code(service.code().value(), null),
                Cell.figure(words.number(service.number())),
                ServicesController.offered(listed.offered(), words),
                Cell.text(telling.by(listed.last(), words)),
                Cell.time(listed.last().at()));
    }

    Pager pager(int found) {
        return new Pager(page > 1 ? at(1) : null, page * A_PAGE < found ? at(page + 1) : null);
    }

    private String at(int other) {
        return ServicesController.HOME
                + "?q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + "&state="
                + state
                + "&sort="
                + sort
                + "&list="
                + other
                + "#services";
    }

    List<Field> filters(Words words) {
        return List.of(
                Field.text("q", words.t("authoring.services.search")).value(text),
                Field.select(
                                "state",
                                words.t("authoring.draft.state"),
                                Stream.concat(Stream.of(""), STATES.stream())
                                        .map(it -> option("state", it, words))
                                        .toList())
                        .value(state),
                Field.select(
                                "sort",
                                words.t("authoring.services.sort"),
                                SORTS.stream().map(it -> option("sort", it, words)).toList())
                        .value(sort));
    }

    private static Option option(String what, String value, Words words) {
        String name = value.isEmpty() ? "all" : value;
        return new Option(value, words.t("authoring.services." + what + "." + name));
    }
}
