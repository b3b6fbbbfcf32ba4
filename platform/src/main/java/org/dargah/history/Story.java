package org.dargah.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One planned case: who asks for what, and what happens to it, in order.
 *
 * @param key the same on every try, so that a repeated application is the same application
 * @param service agency and service, such as {@code education/degree-confirmation}
 * @param answers by the fields' names
 * @param shop the address that the post is to know, for a licence
 */
record Story(
        int number,
        String key,
        Resident applicant,
        String service,
        Map<String, String> answers,
        @Nullable Shop shop,
        List<Deed> deeds) {

    static final String CERTIFICATE = "education/degree-confirmation";
    static final String LICENCE = "asnaf/business-licence";

    /** An address in the shape that the sandbox's post takes. */
    record Shop(
            String postcode,
            String province,
            String county,
            String city,
            String street,
            String plate,
            String usage) {}

    boolean isLicence() {
        return service.equals(LICENCE);
    }

    /** How many texts about it have come to the applicant's phone when that deed has settled. */
    int texts(int index) {
        return deeds.subList(0, index + 1).stream().mapToInt(this::texts).sum();
    }

    private int texts(Deed deed) {
        return switch (deed) {
            case Deed.Apply apply -> apply.pays() ? isLicence() ? 1 : 2 : 0;
            case Deed.AskCorrection ask -> 1;
            case Deed.Approve approve -> 1;
            case Deed.Refuse refuse -> 1;
            case Deed.Correct correct -> 0;
            case Deed.Withdraw withdraw -> 0;
            case Deed.Rate rate -> 0;
        };
    }
}
