package org.dargah.ui.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dargah.kernel.Rial;
import org.dargah.ui.Bar;
import org.dargah.ui.Cell;
import org.dargah.ui.Choice;
import org.dargah.ui.Condition;
import org.dargah.ui.DataTable;
import org.dargah.ui.Due;
import org.dargah.ui.Errors;
import org.dargah.ui.Fact;
import org.dargah.ui.Fetched;
import org.dargah.ui.Field;
import org.dargah.ui.Item;
import org.dargah.ui.Link;
import org.dargah.ui.Moment;
import org.dargah.ui.Option;
import org.dargah.ui.Paper;
import org.dargah.ui.Receipt;
import org.dargah.ui.Row;
import org.dargah.ui.Said;
import org.dargah.ui.Tag;
import org.dargah.ui.Task;
import org.dargah.ui.TaskGroup;
import org.dargah.ui.Tile;
import org.dargah.ui.Tone;
import org.dargah.ui.View;
import org.dargah.ui.Way;
import org.dargah.ui.Words;

/** One invented example of each component, in one language. Ids differ between the languages. */
public final class Samples {

    private static final Instant AT = Instant.parse("2026-11-22T06:54:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String CODE = "KR-7KQ4-M9XP";
    private static final String HERE = "#main";

    private final Words words;

    Samples(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }

    public String id(String name) {
        return name + (words.isPersian() ? "-fa" : "-en");
    }

    public String code() {
        return CODE;
    }

    public String t(String key) {
        return words.t("ui.sample." + key);
    }

    public Rial fee() {
        return new Rial(1_200_000);
    }

    public Errors errors() {
        return Errors.of(id("national-id"), t("field.national-id.error"))
                .with(id("postcode"), t("field.postcode.error"));
    }

    public List<Field> fields() {
        return List.of(
                Field.digits(id("postcode"), t("field.postcode"))
                        .hint(t("field.postcode.hint"))
                        .ltr()
                        .width(10)
                        .value("7613712345"),
                Field.digits(id("national-id"), t("field.national-id"))
                        .hint(t("field.national-id.hint"))
                        .ltr()
                        .width(10)
                        .value("12345")
                        .error(errors()),
                Field.text(id("shop"), t("field.shop"))
                        .hint(t("field.shop.hint"))
                        .width(20)
                        .optional()
                        .value(t("shop")),
                Field.textArea(id("why"), t("field.why")),
                Field.file(id("plan"), t("field.plan"), "application/pdf")
                        .hint(t("field.plan.hint")));
    }

    public List<Field> choices() {
        List<Option> premises =
                List.of(
                        new Option("owner", t("option.owner")),
                        new Option("tenant", t("option.tenant"), t("option.tenant.hint"), false),
                        new Option("waqf", t("option.waqf"), "", true));
        return List.of(
                Field.radios(id("premises"), t("option"), premises)
                        .hint(t("option.hint"))
                        .value("owner"),
                Field.checkboxes(id("read"), t("check"), List.of(new Option("yes", t("check.yes"))))
                        .value("yes"),
                Field.select(
                                id("county"),
                                t("select"),
                                List.of(
                                        new Option("kerman", t("county.1")),
                                        new Option("rafsanjan", t("county.2"))))
                        .width(20));
    }

    public Field date() {
        return Field.date(id("birth"), t("date"))
                .hint(t("date.hint"))
                .values(List.of(words.digits("12"), t("date.month"), words.digits("1368")));
    }

    /** Typed in its parts, with what is wrong. */
    public Field plate() {
        return Field.plate(id("plate"), t("plate"))
                .values(List.of(words.digits("12"), "ب", words.digits("34"), words.digits("65")))
                .error(Errors.of(id("plate"), t("plate.error")));
    }

    public Field point() {
        return Field.point(id("point"), t("point"))
                .hint(t("point.hint"))
                .values(List.of("30.28395", "57.08340"));
    }

    public Fetched fetched() {
        return new Fetched(
                t("fetched"),
                List.of(
                        new Row(t("row.name"), t("person")),
                        new Row(t("row.birth"), words.date(LocalDate.of(1989, 7, 3))),
                        Row.code(t("row.national-id"), "999-000001-2")),
                AT,
                new Link(t("fetched.wrong"), HERE));
    }

    public List<Tag> tags() {
        return List.of(
                new Tag(t("tag.waiting"), Tone.PLAIN),
                new Tag(t("tag.review"), Tone.INFO),
                new Tag(t("tag.done"), Tone.OK),
                new Tag(t("tag.turn"), Tone.WARN),
                new Tag(t("tag.late"), Tone.ERR));
    }

    public List<Row> rows() {
        return List.of(
                Row.code(t("field.postcode"), "76137-12345").changeAt(HERE),
                new Row(t("row.name"), t("person")).from(t("row.source")),
                new Row(t("row.fee"), words.money(fee())));
    }

    public List<TaskGroup> tasks() {
        return List.of(
                new TaskGroup(
                        "",
                        List.of(
                                task("identity", HERE, new Tag(t("tag.done"), Tone.OK)),
                                task("place", HERE, new Tag(t("tag.fix"), Tone.ERR)),
                                task("trade", HERE, new Tag(t("tag.new"), Tone.INFO)),
                                new Task(
                                        t("task.pay"),
                                        t("task.pay.hint"),
                                        null,
                                        new Tag(t("tag.closed"), Tone.PLAIN)))));
    }

    private Task task(String name, String href, Tag tag) {
        return new Task(t("task." + name), t("task." + name + ".hint"), href, tag);
    }

    /** Their anchors must differ between the two languages of one page. */
    public List<Condition> conditions() {
        int first = words.isPersian() ? 1 : 3;
        return List.of(
                new Condition(first, t("condition.1"), t("condition.1.hint")),
                new Condition(first + 1, t("condition.2"), t("condition.2.hint")));
    }

    public List<Item> items() {
        return List.of(
                new Item(t("item.1"), t("item.1.detail")),
                new Item(t("item.2"), t("item.2.detail")));
    }

    public List<Item> notNeeded() {
        return List.of(new Item(t("item.no.1"), ""), new Item(t("item.no.2"), ""));
    }

    public List<Fact> facts() {
        return List.of(
                new Fact(t("row.fee"), words.money(fee()), t("fact.fee.small")),
                new Fact(t("fact.time"), t("fact.time.value"), t("fact.visit.value")));
    }

    public List<Way> ways() {
        return List.of(
                new Way(t("way.online"), t("way.online.text"), null),
                new Way(t("way.counter"), t("way.counter.text"), new Link(t("way.link"), HERE)));
    }

    public Receipt receipt() {
        return new Receipt(t("receipt"), words.moment(AT), t("receipt.code"), CODE, "", 0, "");
    }

    public List<Moment> moments() {
        return List.of(
                new Moment(Moment.Phase.NEXT, t("moment.next"), "", "", t("moment.limit"), null),
                moment(Moment.Phase.NOW, "now", t("moment.now.text")),
                moment(Moment.Phase.DONE, "done", ""));
    }

    private Moment moment(Moment.Phase phase, String name, String text) {
        return new Moment(
                phase,
                t("moment." + name),
                text,
                t("moment." + name + ".who"),
                words.moment(AT),
                words.machineTime(AT));
    }

    public List<Said> said() {
        return List.of(
                new Said(t("said.office"), t("officer"), AT, false),
                new Said(t("said.mine"), "", AT, true));
    }

    public List<Paper> papers() {
        return List.of(
                new Paper(t("paper.1"), t("paper.1.detail"), HERE),
                new Paper(t("paper.2"), t("paper.2.detail"), null));
    }

    public DataTable table() {
        return new DataTable(
                t("table"),
                List.of(t("table.when"), t("table.who"), t("table.why"), t("table.state")),
                List.of(
                        List.of(
                                Cell.time(AT),
                                Cell.text(t("officer")),
                                Cell.text(t("table.why.1")),
                                Cell.tag(t("tag.done"), Tone.OK)),
                        List.of(
                                Cell.time(AT),
                                Cell.text(t("table.who.2")),
                                Cell.text(t("table.why.2")),
                                Cell.tag(t("tag.late"), Tone.ERR))));
    }

    public DataTable inbox() {
        return new DataTable(
                t("inbox"),
                List.of(t("receipt.code"), t("inbox.due"), t("inbox.person")),
                List.of(
                        inboxRow("due.late", Due.Urgency.LATE),
                        inboxRow("due.soon", Due.Urgency.SOON),
                        inboxRow("due.calm", Due.Urgency.CALM)));
    }

    private List<Cell> inboxRow(String due, Due.Urgency urgency) {
        return List.of(
                Cell.code(CODE, HERE),
                Cell.due(new Due(t(due), DAY, urgency)),
                Cell.text(t("person")));
    }

    public List<View> views() {
        return List.of(
                new View(t("view.mine"), HERE, 30, true),
                new View(t("view.ready"), HERE, 9, false));
    }

    public List<Choice> decisions() {
        return List.of(
                new Choice("approve", t("decide.approve"), List.of()),
                new Choice(
                        "correct",
                        t("decide.correct"),
                        List.of(Field.textArea(id("correction"), t("decide.correct.what")))),
                new Choice(
                        "refuse",
                        t("decide.refuse"),
                        List.of(
                                Field.checkboxes(
                                                id("conditions"),
                                                t("decide.refuse.which"),
                                                List.of(
                                                        new Option("1", t("condition.1")),
                                                        new Option("2", t("condition.2"))))
                                        .error(
                                                Errors.of(
                                                        id("conditions"),
                                                        t("decide.refuse.error"))))));
    }

    public List<Tile> tiles() {
        return List.of(
                new Tile(t("tile.open"), words.number(1284), "", t("tile.open.detail"), HERE),
                new Tile(t("tile.median"), words.decimal(3.5, 1), t("tile.days"), "", null));
    }

    public List<Bar> bars() {
        return List.of(
                new Bar(t("bar.1"), HERE, 93, words.number(93), false, words.number(210)),
                new Bar(t("bar.2"), HERE, 61, words.number(61), true, words.number(74)));
    }
}
