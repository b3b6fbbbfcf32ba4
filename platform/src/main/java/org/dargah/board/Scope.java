package org.dargah.board;

import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * Whose cases are counted.
 *
 * @param agency an agency with all its offices; null for every agency
 * @param office one body that decides, of an agency or the agency itself; null for all of them
 * @param service null for every service
 */
public record Scope(
        Province province,
        @Nullable AgencyCode agency,
        @Nullable AgencyCode office,
        @Nullable ServiceCode service) {

    public static Scope of(Province province) {
        return new Scope(province, null, null, null);
    }

    public Scope inAgency(AgencyCode code) {
        return new Scope(province, code, null, service);
    }

    public Scope inOffice(AgencyCode code) {
        return new Scope(province, agency, code, service);
    }

    public Scope of(@Nullable ServiceCode code) {
        return new Scope(province, agency, office, code);
    }

    public boolean isWholeProvince() {
        return agency == null && office == null;
    }
}
