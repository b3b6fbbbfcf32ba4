package org.dargah.cases.internal;

import java.util.List;
import java.util.Map;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Rows;
import org.dargah.documents.Documents;
import org.dargah.documents.StoredFile;
import org.dargah.kernel.Caller;
import org.springframework.stereotype.Component;

/** Takes away what nobody needs: replaced files, and whole drafts with theirs. */
@Component
public class Discards {

    private final CaseTable table;
    private final CaseLists lists;
    private final Documents documents;
    private final Acts acts;

    Discards(CaseTable table, CaseLists lists, Documents documents, Acts acts) {
        this.table = table;
        this.lists = lists;
        this.documents = documents;
        this.acts = acts;
    }

    /**
     * Removes the files and lists that no answer names.
     *
     * @param draft locked in the caller's transaction
     * @return the draft
     */
    public CaseFile unnamed(CaseFile draft, Entry by) {
        for (StoredFile file : documents.ofCase(draft.province(), draft.id())) {
            if (!draft.answers().containsValue(file.id().value().toString())) {
                documents.remove(draft.province(), file.id(), caller(draft, by));
            }
        }
        lists.forgetUnnamed(draft);
        return draft;
    }

    /**
     * Removes the files and lists that came with answers which others have replaced since.
     *
     * @param named what stays whatever becomes of those answers
     */
    public void replaced(CaseFile before, CaseFile after, List<Object> named, Entry by) {
        for (Map.Entry<String, Object> answer : before.answers().entrySet()) {
            Object was = answer.getValue();
            if (!was.equals(after.answers().get(answer.getKey())) && !named.contains(was)) {
                remove(after, was, by);
            }
        }
        for (Map.Entry<String, Object> answer : after.answers().entrySet()) {
            if (answer.getValue() instanceof Rows rows
                    && !rows.equals(before.answers().get(answer.getKey()))) {
                lists.forgetRefused(after, answer.getKey());
            }
        }
    }

    private void remove(CaseFile file, Object answer, Entry by) {
        if (answer instanceof Rows rows) {
            lists.forget(file, rows);
            return;
        }
        documents.ofCase(file.province(), file.id()).stream()
                .filter(stored -> stored.id().value().toString().equals(answer))
                .forEach(
                        stored -> documents.remove(file.province(), stored.id(), caller(file, by)));
    }

    private static Caller caller(CaseFile draft, Entry by) {
        return new Caller(draft.agency(), by.actor(), by.channel(), by.purpose(), draft.id(), null);
    }

    /**
     * Throws a draft away with its files: nothing of it is kept but the lines that it was.
     *
     * @param draft locked in the caller's transaction
     */
    public void discard(CaseFile draft, Entry by) {
        Caller caller = caller(draft, by);
        for (StoredFile file : documents.ofCase(draft.province(), draft.id())) {
            documents.remove(draft.province(), file.id(), caller);
        }
        lists.forgetAll(draft.province(), draft.id());
        table.delete(draft.province(), draft.id());
        acts.record(
                Act.DRAFT_DISCARDED, by.about(draft.subject()).in(draft.id()).at(draft.agency()));
    }
}
