package org.dargah.exchange;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A purpose of the register of purposes, as people read it.
 *
 * @param basis the law or rule that allows asking for it, in Persian
 * @param consent true when the law asks for the person's own consent to each organisation
 * @param officers the roles whose holders may choose it for a single question; none when left out
 */
public record PurposeText(
        String fa,
        String en,
        String basis,
        @Nullable Boolean consent,
        @Nullable List<String> officers) {

    public PurposeText {
        officers = officers == null ? List.of() : List.copyOf(officers);
    }

    /** True when nobody may ask for it without the person's consent. */
    public boolean asksConsent() {
        return Boolean.TRUE.equals(consent);
    }

    /** True when an official with one of these roles may ask for it. */
    public boolean isFor(Set<String> roles) {
        return officers != null && officers.stream().anyMatch(roles::contains);
    }
}
