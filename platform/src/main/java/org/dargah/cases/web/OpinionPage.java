package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Due;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Paper;
import org.dargah.ui.Row;
import org.jspecify.annotations.Nullable;

/**
 * What another agency asks of this one, with the facts that it needs and no more.
 *
 * @param id in its address
 * @param asking the agency that asks
 * @param silence what it means to say nothing
 * @param facts empty once it was answered: nothing is needed any more
 * @param given what was answered; empty while it is open
 * @param choice as typed, when the form comes back
 */
public record OpinionPage(
        String title,
        String service,
        String asking,
        String question,
        String silence,
        String id,
        String code,
        @Nullable Due due,
        List<Row> facts,
        List<Paper> papers,
        String given,
        String choice,
        String text,
        List<Option> cited,
        List<String> chosen,
        int revision,
        boolean overtaken,
        Errors errors) {}
