package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Moment;
import org.dargah.ui.Tag;

/**
 * Where a case stands on its way.
 *
 * @param steps every step in words, for whoever sees no drawing
 * @param now ids of the steps at which it stands, for the drawing
 * @param done ids of the steps behind it
 */
public record RoutePage(
        String title,
        String code,
        Tag stage,
        List<Moment> steps,
        List<String> now,
        List<String> done) {}
