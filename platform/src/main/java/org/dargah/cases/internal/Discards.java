package org.dargah.cases.internal;

import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.documents.Documents;
import org.dargah.documents.StoredFile;
import org.dargah.kernel.Caller;
import org.springframework.stereotype.Component;

/** Throws a draft away with its files: nothing of it is kept but the lines that it was. */
@Component
public class Discards {

    private final CaseTable table;
    private final Documents documents;
    private final Acts acts;

    Discards(CaseTable table, Documents documents, Acts acts) {
        this.table = table;
        this.documents = documents;
        this.acts = acts;
    }

    /**
     * @param draft locked in the caller's transaction
     */
    public void discard(CaseFile draft, Entry by) {
        Caller caller =
                new Caller(
                        draft.agency(), by.actor(), by.channel(), by.purpose(), draft.id(), null);
        for (StoredFile file : documents.ofCase(draft.province(), draft.id())) {
            documents.remove(draft.province(), file.id(), caller);
        }
        table.delete(draft.province(), draft.id());
        acts.record(
                Act.DRAFT_DISCARDED, by.about(draft.subject()).in(draft.id()).at(draft.agency()));
    }
}
