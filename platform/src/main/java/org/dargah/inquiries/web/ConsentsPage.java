package org.dargah.inquiries.web;

import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen was asked to consent to.
 *
 * @param waiting for an answer; null when nothing does
 * @param others answered or over; null when there are none
 */
public record ConsentsPage(@Nullable DataTable waiting, @Nullable DataTable others, Pager pager) {}
