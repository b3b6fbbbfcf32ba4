package org.dargah.payments;

import java.time.Instant;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.jspecify.annotations.Nullable;

/** The money is there. Published once a key, in the transaction that wrote the ledger. */
public record PaymentSettled(
        Province province,
        PaymentId payment,
        String key,
        @Nullable CaseId caseId,
        Rial amount,
        String reference,
        Instant paidAt) {}
