package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * One group: who belongs to it, joining and leaving.
 *
 * @param members null when nobody ever belonged
 * @param programs and whole bodies that may join
 * @param client the one chosen to join, from the day typed
 * @param leaving members without an end
 * @param member the one chosen to leave, after the day typed
 */
public record GroupPage(
        String code,
        String title,
        @Nullable DataTable members,
        List<Option> programs,
        String client,
        List<String> from,
        List<Option> leaving,
        String member,
        List<String> last,
        Errors errors) {}
