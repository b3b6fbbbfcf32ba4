package org.dargah.ui.web;

import java.util.List;

/** All components, each in both languages. */
public record ComponentsPage(List<String> colours, List<String> components, List<Samples> sides) {

    static final List<String> COLOURS =
            List.of(
                    "ink",
                    "ink-2",
                    "lapis-deep",
                    "lapis",
                    "lapis-50",
                    "firouzeh",
                    "firouzeh-50",
                    "saffron",
                    "ok",
                    "warn",
                    "err",
                    "sand",
                    "page",
                    "line",
                    "control",
                    "q1",
                    "q2",
                    "q3",
                    "q4",
                    "q5");

    static final List<String> COMPONENTS =
            List.of(
                    "text",
                    "button",
                    "field",
                    "option",
                    "date",
                    "errors",
                    "progress",
                    "fetched",
                    "notice",
                    "tag",
                    "rows",
                    "tasks",
                    "conditions",
                    "list",
                    "facts",
                    "channels",
                    "receipt",
                    "timeline",
                    "messages",
                    "papers",
                    "table",
                    "inbox",
                    "decide",
                    "pager",
                    "tiles",
                    "rank",
                    "empty");
}
