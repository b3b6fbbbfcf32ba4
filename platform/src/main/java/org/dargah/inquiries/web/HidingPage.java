package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;

/**
 * One order of hiding.
 *
 * @param lift where it is ended, or empty when it is over
 */
public record HidingPage(Tag state, List<Row> rows, String lift) {}
