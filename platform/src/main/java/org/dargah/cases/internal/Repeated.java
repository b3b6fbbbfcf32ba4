package org.dargah.cases.internal;

import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Message;
import org.dargah.cases.Official;
import org.dargah.cases.Task;
import org.dargah.cases.Verdict;
import org.dargah.catalog.TaskKind;
import org.springframework.stereotype.Component;

/** A decision that came twice from one hand, such as by a double click. */
@Component
public class Repeated {

    private final TaskTable tasks;
    private final Decisions decisions;
    private final Proposals proposals;
    private final Papers papers;

    Repeated(TaskTable tasks, Decisions decisions, Proposals proposals, Papers papers) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.proposals = proposals;
        this.papers = papers;
    }

    /** True when this official has just decided this, in these words. */
    public boolean is(Official official, CaseFile file, Verdict verdict) {
        Optional<Task> last =
                tasks.ofCase(file.province(), file.id()).stream()
                        .filter(task -> task.kind() == TaskKind.OFFICER_DECISION && task.isDone())
                        .reduce((earlier, later) -> later);
        return last.filter(task -> official.actor().id().equals(task.doneBy()))
                .filter(task -> outcome(verdict).equals(task.outcome()))
                .flatMap(task -> said(file, verdict))
                .filter(verdict.explanation()::equals)
                .isPresent();
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict.choice()) {
            case APPROVE -> "approved";
            case REFUSE -> "refused";
            case ASK_CORRECTION -> "correction";
        };
    }

    private Optional<String> said(CaseFile file, Verdict verdict) {
        return switch (verdict.choice()) {
            case APPROVE, REFUSE ->
                    decisions
                            .of(file)
                            .map(decision -> decision.explanation())
                            .or(() -> proposals.of(file).map(proposal -> proposal.explanation()));
            case ASK_CORRECTION -> {
                List<Message> messages = papers.messages(file);
                yield messages.isEmpty()
                        ? Optional.empty()
                        : Optional.of(messages.getLast().text());
            }
        };
    }
}
