package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Due;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A visit before its inspector.
 *
 * @param id in its address
 * @param set the day as it stands; empty before one is set
 * @param wish why the applicant asks for another day; empty when he does not
 * @param day fields of the day; empty when none can be set any more
 * @param report fields of the report; empty as long as nobody can have been there
 * @param found what was written down; empty before
 */
public record InspectionPage(
        String title,
        String service,
        String task,
        String id,
        String code,
        @Nullable Due due,
        Tag stage,
        List<Row> place,
        String set,
        String wish,
        List<Field> day,
        List<Field> report,
        List<Row> found,
        int revision,
        boolean overtaken,
        Errors errors) {}
