package org.dargah.catalog;

import java.util.List;

/**
 * Something that is paid in the course of a case, not when it is handed in: for a visit, or once
 * other agencies have agreed. The task {@code payment-<name>} of the process asks for it.
 *
 * @param title what the applicant reads that it is for
 * @param decision of fees.dmn; it lists code and amount
 * @param lines what each code is called
 */
public record LaterFee(String name, Text title, String decision, List<Fees.Line> lines) {

    public LaterFee {
        lines = List.copyOf(lines);
    }
}
