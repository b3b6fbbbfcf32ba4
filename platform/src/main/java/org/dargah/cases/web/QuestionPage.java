package org.dargah.cases.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.kernel.MapPoint;
import org.dargah.ui.Errors;
import org.dargah.ui.Fetched;
import org.dargah.ui.Field;

/**
 * One thing asked on one page.
 *
 * @param title of the page; the single question is its own heading
 * @param files true when something can be uploaded
 * @param home the address of the draft or preview to which the page belongs
 * @param notes what follows from an answer that was kept, by its question
 * @param carried what a preview carries from page to page, since it keeps nothing; else empty
 * @param kept the name of a file that was sent before; empty for none
 */
public record QuestionPage(
        String service,
        String title,
        String home,
        String action,
        int number,
        int of,
        List<Field> fields,
        Errors errors,
        boolean files,
        String kept,
        Map<String, String> notes,
        List<Fetched> fetched,
        String carried) {

    /** The same, left for another address than that under which its answers are sent. */
    QuestionPage leadingTo(String address) {
        return new QuestionPage(
                service, title, address, action, number, of, fields, errors, files, kept, notes,
                fetched, carried);
    }

    public boolean single() {
        return fields.size() == 1;
    }

    /** True when a place is asked for. */
    public boolean isPlaced() {
        return fields.stream().anyMatch(field -> field.kind() == Field.Kind.POINT);
    }

    /** The places that were typed so far, by their questions. */
    public Map<String, MapPoint> places() {
        Map<String, MapPoint> places = new HashMap<>();
        for (Field field : fields) {
            if (field.kind() == Field.Kind.POINT) {
                MapPoint.of(field.part(0), field.part(1))
                        .ifPresent(point -> places.put(field.name(), point));
            }
        }
        return places;
    }

    /** True when nothing is kept. */
    public boolean isPreview() {
        return !carried.isEmpty();
    }
}
