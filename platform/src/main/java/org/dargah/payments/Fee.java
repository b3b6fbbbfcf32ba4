package org.dargah.payments;

import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Rial;

/**
 * One line of what is paid.
 *
 * @param agency whose income it is
 * @param title what it is called in the law or rule that sets it, in Persian
 */
public record Fee(AgencyCode agency, String title, Rial amount) {
    public Fee {
        if (title.isBlank() || amount.isZero()) {
            throw new IllegalArgumentException("A fee has a title and an amount");
        }
    }
}
