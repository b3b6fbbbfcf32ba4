package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;

/** One right, said in plain words, and taking it back. */
public record RightPage(
        String program,
        String sentence,
        Tag state,
        List<Row> rows,
        String back,
        String revocation) {}
