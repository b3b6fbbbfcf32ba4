package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;

/**
 * A single question, one choice after the other: registry, purpose, the rest.
 *
 * @param registries that the official may ask; empty when there is none
 * @param purposes for the chosen registry
 * @param fields of the form, drawn in this order; empty until all is chosen
 */
public record LookUpPage(
        List<Option> registries,
        String registry,
        String registryTitle,
        List<Option> purposes,
        String purpose,
        String purposeTitle,
        String basis,
        String manner,
        String mannerTitle,
        List<Option> manners,
        List<Field> fields,
        Errors errors) {

    /** What was typed is personal data. */
    @Override
    public String toString() {
        return "LookUpPage[" + registry + "]";
    }
}
