package org.dargah.portal.web;

import java.util.List;

/**
 * A page of plain text.
 *
 * @param key the beginning of its message keys
 * @param parts the names of its sections
 */
public record HelpPage(String key, List<String> parts) {}
