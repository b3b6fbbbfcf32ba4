package org.dargah.cases.web;

import org.dargah.cases.Task;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.catalog.Text;
import org.dargah.ui.Words;

/** Tasks in the words of their pack, or of the house where the pack has none. */
final class TaskTexts {

    private TaskTexts() {}

    static String title(Task task, Service service, Words words) {
        return title(task.kind(), task.name(), service, words);
    }

    static String title(TaskKind kind, String name, Service service, Words words) {
        Inspection visit = service.inspection();
        if (kind == TaskKind.INSPECTION && visit != null) {
            return pick(visit.title(), words);
        }
        if (kind == TaskKind.OPINION) {
            return service.opinion(kind.nameIn(name))
                    .map(Opinion::title)
                    .map(title -> pick(title, words))
                    .orElse(name);
        }
        return words.t("cases.task." + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    static String pick(Text text, Words words) {
        return words.pick(text.fa(), text.en());
    }
}
