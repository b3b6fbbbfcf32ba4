package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.Row;
import org.jspecify.annotations.Nullable;

/**
 * A key or a certificate of a program, and taking it back.
 *
 * @param kind {@code key} or {@code certificate}, as its texts are named
 * @param marks what is told sign by sign, in Latin digits in every language
 * @param pem the certificates to hand over, or empty
 * @param action where it is taken back, or null when it is past
 */
public record ClientProofPage(
        String client,
        String title,
        String kind,
        List<Row> facts,
        List<Row> marks,
        String pem,
        @Nullable String action) {}
