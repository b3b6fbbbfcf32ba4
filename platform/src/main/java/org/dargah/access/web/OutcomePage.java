package org.dargah.access.web;

import java.util.List;
import org.dargah.ui.Row;

/**
 * One approved request without a right, and granting it again.
 *
 * @param rights where the program's rights stand
 * @param still true when it was tried just now, in vain
 */
public record OutcomePage(
        String id, String program, List<Row> rows, String rights, boolean still) {}
