package org.dargah.payments.internal;

import java.util.List;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Province;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the provider about every payment of which nothing was heard for a while. */
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int HANDFUL = 50;

    private final Province province;
    private final PaymentTable table;
    private final Cashier cashier;
    private final Teller teller;

    Reconciliation(Province province, PaymentTable table, Cashier cashier, Teller teller) {
        this.province = province;
        this.table = table;
        this.cashier = cashier;
        this.teller = teller;
    }

    /** Until nothing is due, or the provider is silent: the next round goes on. */
    void round() {
        List<PaymentId> due;
        do {
            due = cashier.takeDue(province, HANDFUL);
            for (PaymentId id : due) {
                if (!reconcile(id)) {
                    return;
                }
            }
        } while (due.size() == HANDFUL);
    }

    /** One that breaks must not keep the others from being asked about. */
    private boolean reconcile(PaymentId id) {
        try {
            return table.find(province, id).map(teller::reconcile).orElse(true);
        } catch (RuntimeException broken) {
            LOG.error("Payment {} could not be reconciled", id, broken);
            return true;
        }
    }
}
