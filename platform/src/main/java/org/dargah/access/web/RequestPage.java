package org.dargah.access.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;
import org.dargah.ui.Said;
import org.dargah.ui.Tag;

/**
 * Where one request stands.
 *
 * @param correction true while the reviewing officer waits for an answer
 * @param text of the answer, as typed
 */
public record RequestPage(
        String code,
        String program,
        Tag stage,
        List<Row> facts,
        List<Row> asked,
        List<Said> messages,
        boolean correction,
        String text,
        Errors errors) {}
