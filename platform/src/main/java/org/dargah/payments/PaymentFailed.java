package org.dargah.payments;

import org.dargah.kernel.CaseId;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/** Nothing was paid; asking again with the same key makes a new attempt. */
public record PaymentFailed(
        Province province,
        PaymentId payment,
        String key,
        @Nullable CaseId caseId,
        Failing failing) {}
