package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.Row;

/** One program and its closing. */
public record ClientPage(String id, String title, List<Row> facts) {}
