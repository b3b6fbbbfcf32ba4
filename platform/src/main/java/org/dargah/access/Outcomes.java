package org.dargah.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.access.internal.Grants;
import org.dargah.access.internal.OutcomeTable;
import org.dargah.acts.Entry;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What came of approved requests for access, for who looks after those that led to no right. */
@Component
public final class Outcomes {

    private final OutcomeTable table;
    private final Grants grants;
    private final TransactionTemplate transaction;

    Outcomes(OutcomeTable table, Grants grants, TransactionTemplate transaction) {
        this.table = table;
        this.grants = grants;
        this.transaction = transaction;
    }

    public Optional<Outcome> find(Province province, CaseId id) {
        return table.find(province, id);
    }

    /** Approved, and yet without a right; the oldest first. */
    public List<Outcome> withoutRight(Province province, int most) {
        return table.withoutRight(province, most);
    }

    /**
     * Tries once more to grant what an officer approved, by an administrator who mended what stood
     * in its way. One that was granted meanwhile stays as it is.
     */
    public Outcome tryAgain(Outcome seen, CurrentOfficer administrator) {
        Province province = administrator.province();
        Entry by =
                Entry.by(
                                province,
                                administrator.actor(),
                                Channel.PORTAL,
                                new Purpose("administration"))
                        .at(administrator.agency());
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            Outcome locked = table.lock(province, seen.caseId()).orElseThrow();
                            if (locked.right() == null) {
                                grants.again(province, locked.caseId(), by);
                            }
                            return table.find(province, seen.caseId()).orElseThrow();
                        }));
    }
}
