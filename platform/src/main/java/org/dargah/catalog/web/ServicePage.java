package org.dargah.catalog.web;

import java.util.List;
import org.dargah.ui.Condition;
import org.dargah.ui.DataTable;
import org.dargah.ui.Fact;
import org.dargah.ui.Item;
import org.dargah.ui.Link;
import org.dargah.ui.Row;
import org.dargah.ui.Way;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one service before one asks for it.
 *
 * @param start null when only programs of organisations may ask for it
 * @param eligible where one asks how one stands; null when nothing could be told before signing in
 * @param fees null when the service is free
 * @param card its registered facts
 * @param preview until when the address of a draft works; empty for what is published
 * @param sample true while the agency has not confirmed amounts, times and conditions
 */
public record ServicePage(
        String title,
        String agency,
        String summary,
        List<Link> crumbs,
        List<Fact> facts,
        @Nullable Link start,
        String gives,
        @Nullable String eligible,
        List<Condition> conditions,
        List<Item> asks,
        List<Item> notNeeded,
        String feeNote,
        @Nullable DataTable fees,
        List<String> time,
        String legalBasis,
        List<Row> card,
        String version,
        boolean sample,
        List<Way> ways,
        String preview) {}
