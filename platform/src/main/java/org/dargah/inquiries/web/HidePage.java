package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;

/** Entering an order of hiding. */
public record HidePage(List<Field> fields, Errors errors) {}
