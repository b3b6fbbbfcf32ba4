package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;

/**
 * An application that somebody else filled in, before one of those who ask together.
 *
 * @param applicant who filled it in
 * @param partners who asks together and what the table says of each; ids are masked
 * @param statement what is confirmed by signing
 * @param open true while it waits for the reader's word
 * @param overtaken true when it changed while it was read
 */
public record SignaturePage(
        String service,
        String code,
        String applicant,
        Tag state,
        Tag stage,
        List<Row> answers,
        DataTable partners,
        DataTable signatures,
        String statement,
        boolean open,
        boolean overtaken,
        int revision,
        Errors errors) {}
