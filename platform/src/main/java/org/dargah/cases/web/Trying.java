package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.List;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Example;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;

/**
 * One request to a preview: which pack is shown, and what is known so far.
 *
 * @param home the secret address
 * @param example by whose replies it is tried
 * @param file a case that is kept nowhere
 */
record Trying(String home, Service service, Example example, CaseFile file, LocalDate today) {

    Facts facts() {
        return file.facts(today);
    }

    /** Those that are asked; all of them before whoever looks at one that is not. */
    List<Form.Page> pages(Form.Page asked) {
        List<Form.Page> pages = service.form().pages(facts());
        return pages.contains(asked) ? pages : service.form().pages();
    }
}
