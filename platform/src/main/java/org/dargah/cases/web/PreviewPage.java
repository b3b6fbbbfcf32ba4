package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Fetched;
import org.dargah.ui.Link;
import org.dargah.ui.TaskGroup;

/**
 * A form that is not published yet.
 *
 * @param here the secret address
 * @param until when the address stops working
 * @param examples by whose replies the form can be tried
 * @param persona whose replies are taken; empty for nobody's
 * @param groups the pages of the form, as its task list shows them
 * @param problems how many problems keep it from being shown; 0 when it is shown
 */
public record PreviewPage(
        String title,
        String summary,
        String here,
        String until,
        List<Link> examples,
        String persona,
        List<TaskGroup> groups,
        List<Fetched> fetched,
        int problems) {}
