package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.Row;

/**
 * @param own true when the administrator looks at their own account, which they cannot close
 */
public record OfficerPage(String id, String name, List<Row> facts, boolean own) {}
