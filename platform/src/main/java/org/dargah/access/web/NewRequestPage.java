package org.dargah.access.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;

/**
 * Asking for access, one choice after the other: registry, purpose, the rest.
 *
 * @param fields of the form that are left once registry and purpose are chosen
 * @param official who answers for it
 */
public record NewRequestPage(
        String id,
        String program,
        String registry,
        String registryTitle,
        List<Option> registries,
        String purpose,
        String purposeTitle,
        String basis,
        List<Option> purposes,
        List<Field> fields,
        List<Field> official,
        Errors errors) {}
