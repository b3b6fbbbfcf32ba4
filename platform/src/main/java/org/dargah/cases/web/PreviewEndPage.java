package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Row;
import org.dargah.ui.Task;

/**
 * What would come of the answers that were tried.
 *
 * @param here the secret address
 * @param answers that were given
 * @param conditions how each condition stands by the rules
 * @param fee the lines of the fee and their sum; empty when it is free
 */
public record PreviewEndPage(
        String title, String here, List<Row> answers, List<Task> conditions, List<Row> fee) {}
