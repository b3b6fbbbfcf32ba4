package org.dargah.cases;

import java.util.List;
import java.util.Map;
import org.dargah.catalog.Effect;
import org.dargah.catalog.FieldProblem;
import org.dargah.identity.CurrentClient;
import org.dargah.ui.Row;
import org.dargah.ui.Words;

/**
 * Who brings about one kind of effect, on a floor above. Cases ask it before anything happens; what
 * it does once the agency has decided, it does by itself when it hears {@link EffectApproved}.
 */
public interface EffectDoer {

    /** Of {@link org.dargah.catalog.EffectKind}. */
    String kind();

    /**
     * What the case keeps from the moment of handing in: who brings it, as proven, and the words
     * that documents may show. Never what the applicant typed about who they are.
     */
    Map<String, Object> facts(CurrentClient program, CaseFile file, Effect effect);

    /** Why an approval would bring about nothing as things stand, each at the answer to blame. */
    List<FieldProblem> hindrances(CaseFile file, Effect effect);

    /** In plain words, for whoever decides. */
    List<Row> rows(CaseFile file, Effect effect, Words words);
}
