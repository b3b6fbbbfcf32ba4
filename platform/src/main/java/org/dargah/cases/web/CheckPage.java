package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.List;
import org.dargah.kernel.Rial;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;

/**
 * All that will be handed in, for one last look.
 *
 * @param lines what it costs, line by line; empty when free
 * @param awaitingPayment true when the payer left for the provider and no word came yet
 * @param due the last day of the agency's statutory time, if handed in now
 */
public record CheckPage(
        String service,
        String code,
        List<Part> parts,
        List<Row> lines,
        Rial total,
        String agency,
        LocalDate due,
        boolean awaitingPayment,
        Errors errors) {

    /** Some rows under one heading. */
    public record Part(String title, List<Row> rows) {}
}
