package org.dargah.cases.internal;

import java.util.List;
import java.util.Optional;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.cases.CaseFile;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.PersianText;
import org.dargah.places.County;
import org.dargah.places.Places;
import org.springframework.stereotype.Component;

/** Which office of an agency decides a case, and which offices' cases an official sees. */
@Component
public class Offices {

    /** The name under which registries give the county of a place. */
    private static final String COUNTY = "county";

    private final Agencies agencies;
    private final Places places;

    Offices(Agencies agencies, Places places) {
        this.agencies = agencies;
        this.places = places;
    }

    /**
     * The agency's office in the county that a registry named, or the agency itself when it has
     * none there.
     */
    AgencyCode deciding(CaseFile file) {
        return file.said().values().stream()
                .map(said -> said.fields().get(COUNTY))
                .filter(county -> county != null)
                .flatMap(county -> named(county.toString()).stream())
                .flatMap(county -> agencies.officeOf(file.agency(), county).stream())
                .map(Agency::code)
                .findFirst()
                .orElse(file.agency());
    }

    private Optional<CountyCode> named(String title) {
        String folded = PersianText.fold(title);
        return places.counties().stream()
                .filter(county -> PersianText.fold(county.titleFa()).equals(folded))
                .map(County::code)
                .findFirst();
    }

    /** True when an official of this agency has business with cases of that body. */
    public boolean mayDecide(AgencyCode official, AgencyCode body) {
        return agencies.isPartOf(body, official);
    }

    /** The agency and its offices. */
    public List<AgencyCode> of(AgencyCode agency) {
        return agencies.all().stream()
                .map(Agency::code)
                .filter(body -> agencies.isPartOf(body, agency))
                .toList();
    }
}
