package org.dargah.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Opinion;
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
        return officeOf(file.agency(), file);
    }

    /** Who is asked for an opinion where this case's place lies. */
    AgencyCode asked(CaseFile file, Opinion opinion) {
        return counties(file)
                .flatMap(county -> Stream.ofNullable(opinion.counties().get(county)))
                .findFirst()
                .orElseGet(() -> officeOf(opinion.agency(), file));
    }

    private AgencyCode officeOf(AgencyCode agency, CaseFile file) {
        return counties(file)
                .flatMap(county -> agencies.officeOf(agency, county).stream())
                .map(Agency::code)
                .findFirst()
                .orElse(agency);
    }

    private Stream<CountyCode> counties(CaseFile file) {
        return file.said().values().stream()
                .map(said -> said.fields().get(COUNTY))
                .filter(county -> county != null)
                .flatMap(county -> named(county.toString()).stream());
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
