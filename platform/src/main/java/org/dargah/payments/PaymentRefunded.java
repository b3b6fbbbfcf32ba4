package org.dargah.payments;

import org.dargah.kernel.CaseId;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.jspecify.annotations.Nullable;

/** The payer has the money back. */
public record PaymentRefunded(
        Province province, PaymentId payment, String key, @Nullable CaseId caseId, Rial amount) {}
