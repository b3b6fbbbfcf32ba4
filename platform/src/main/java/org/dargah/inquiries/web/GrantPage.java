package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;

/**
 * Granting a right, one choice after the other: registry, purpose, the rest.
 *
 * @param purposes of the chosen registry; empty while none is chosen
 * @param fields for the chosen purpose; empty while none is chosen
 */
public record GrantPage(
        String id,
        String program,
        String registry,
        String registryTitle,
        List<Option> registries,
        String purpose,
        String purposeTitle,
        String basis,
        List<Option> purposes,
        List<Option> manners,
        List<Option> fields,
        TypedRight typed,
        Errors errors) {}
