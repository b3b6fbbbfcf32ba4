package org.dargah.documents;

import java.time.LocalDate;
import java.util.Map;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to issue a certificate.
 *
 * @param id made by the caller and kept with the decision: issuing the same id again gives the same
 *     certificate
 * @param values one for each of {@link OutputTemplate#fields()}: text, an ISO date, whole rials
 * @param number as it stands beside «شماره»
 * @param validUntil the last day on which it counts, or null when it does not end
 * @param replaces the certificate in whose place it comes, or null
 */
public record Order(
        Province province,
        DocumentId id,
        OutputTemplate template,
        Map<String, String> values,
        Letterhead letterhead,
        Holder holder,
        @Nullable CaseId caseId,
        String number,
        @Nullable LocalDate validUntil,
        @Nullable DocumentId replaces) {

    /**
     * Who issues.
     *
     * @param provinceTitle such as «استان کرمان»
     */
    public record Letterhead(AgencyCode agency, String agencyTitle, String provinceTitle) {}

    /** For whom; the name is masked before strangers see it. */
    public record Holder(PersonId id, String name) {
        @Override
        public String toString() {
            return "Holder[" + id + "]";
        }
    }

    public Order {
        values = Map.copyOf(values);
        if (!template.listings().isEmpty()) {
            throw new IllegalArgumentException("no rows for " + template.listings().getFirst());
        }
        for (String field : template.fields()) {
            if (!values.containsKey(field)) {
                throw new IllegalArgumentException("no value for the field " + field);
            }
        }
    }

    @Override
    public String toString() {
        return "Order[" + id + "]";
    }
}
