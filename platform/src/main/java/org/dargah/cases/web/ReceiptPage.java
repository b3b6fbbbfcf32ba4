package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Moment;
import org.dargah.ui.Receipt;
import org.dargah.ui.Row;

/** Proof that the application arrived, and what happens next. */
public record ReceiptPage(
        String code,
        Receipt receipt,
        List<Moment> steps,
        List<Row> payment,
        String mobile,
        boolean decided) {}
