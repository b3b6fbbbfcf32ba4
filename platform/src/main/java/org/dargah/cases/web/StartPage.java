package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Item;
import org.dargah.ui.Link;
import org.dargah.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * Before an application begins.
 *
 * @param asked the registries that will be asked on the applicant's behalf
 * @param draft the code of a draft that was left; empty for none
 * @param renewal which document is to be renewed; null for services that renew none
 */
public record StartPage(
        String service,
        String action,
        Link about,
        List<Item> asked,
        String draft,
        @Nullable Choice renewal,
        Errors errors) {

    /**
     * The applicant's documents that the service renews.
     *
     * @param chosen the value of the one that is marked; empty for none
     */
    public record Choice(List<Option> documents, String chosen) {

        /** True when one of them can be renewed now. */
        public boolean isOpen() {
            return documents.stream().anyMatch(document -> !document.disabled());
        }
    }

    public boolean canStart() {
        return renewal == null || renewal.isOpen();
    }
}
