package org.dargah.payments;

import java.util.List;
import java.util.regex.Pattern;
import org.dargah.kernel.Caller;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;

/**
 * What somebody is asked to pay.
 *
 * @param key names the thing that is paid for; the same key is never paid twice
 * @param caller which agency asks, who acts, where, why and for which case
 * @param description what the payer reads at the provider, in Persian; no personal data
 * @param returnTo the path in Dargah to which the payer comes back
 */
public record PaymentRequest(
        Province province,
        String key,
        Caller caller,
        PersonId payer,
        String description,
        List<Fee> fees,
        String returnTo) {

    private static final int LONGEST_KEY = 200;

    /** A path, its query perhaps; nothing that a browser could take for another site. */
    private static final Pattern OUR_PATH = Pattern.compile("/(?!/)[A-Za-z0-9/._~?&=%-]*");

    public PaymentRequest {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A key has 1 to 200 signs");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("A payer is told what the money is for");
        }
        if (!OUR_PATH.matcher(returnTo).matches()) {
            throw new IllegalArgumentException("A payer comes back to a path of ours");
        }
        if (fees.isEmpty()) {
            throw new IllegalArgumentException("What is free needs no payment");
        }
        fees = List.copyOf(fees);
    }

    public Rial amount() {
        return fees.stream().map(Fee::amount).reduce(Rial.ZERO, Rial::plus);
    }
}
