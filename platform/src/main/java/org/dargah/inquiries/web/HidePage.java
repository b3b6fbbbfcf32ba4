package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;

/**
 * Entering an order of hiding.
 *
 * @param id under which the order will be kept, once however often it is sent
 */
public record HidePage(String id, List<Field> fields, Errors errors) {}
