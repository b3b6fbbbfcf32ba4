package org.dargah.agencies;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.agencies.internal.AgenciesFile;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bodies of the province, read once from the province's {@code agencies.yaml}. */
@Component
public final class Agencies {

    /** The member class of the state's own bodies, and of one that is no longer listed. */
    public static final String GOVERNMENT = "GOV";

    private final Map<AgencyCode, Agency> agencies;

    Agencies(
            @Value("${dargah.provinces}") String folder,
            @Value("${dargah.province}") String province) {
        Map<AgencyCode, Agency> read = new LinkedHashMap<>();
        AgenciesFile.read(Path.of(folder), new Province(province))
                .agencies()
                .forEach(a -> add(read, a));
        read.values().forEach(agency -> checkParent(read, agency));
        agencies = Collections.unmodifiableMap(read);
    }

    private static void add(Map<AgencyCode, Agency> read, Agency agency) {
        if (read.put(agency.code(), agency) != null) {
            throw new IllegalStateException("Two agencies have the code " + agency.code());
        }
    }

    private static void checkParent(Map<AgencyCode, Agency> read, Agency agency) {
        if (agency.parent() != null && !read.containsKey(agency.parent())) {
            throw new IllegalStateException(agency.code() + " belongs to nobody known");
        }
    }

    public Optional<Agency> find(AgencyCode code) {
        return Optional.ofNullable(agencies.get(code));
    }

    /** What people read for a code; the code itself when a body is no longer listed. */
    public String title(AgencyCode code, Locale locale) {
        return find(code).map(agency -> agency.title(locale)).orElse(code.value());
    }

    /** Its class among the members of the exchange. */
    public String memberClass(AgencyCode code) {
        return find(code).map(Agency::memberClass).orElse(GOVERNMENT);
    }

    /** Every body, in the order of the file. */
    public List<Agency> all() {
        return List.copyOf(agencies.values());
    }

    public List<Agency> all(Agency.Kind kind) {
        return agencies.values().stream().filter(agency -> agency.kind() == kind).toList();
    }

    /** The office of an agency that serves the county; empty when it decides everything itself. */
    public Optional<Agency> officeOf(AgencyCode agency, CountyCode county) {
        return agencies.values().stream()
                .filter(office -> office.kind() == Agency.Kind.OFFICE)
                .filter(office -> agency.equals(office.parent()) && county.equals(office.county()))
                .findFirst();
    }

    /** True when the body is the agency itself or one of its offices. */
    public boolean isPartOf(AgencyCode body, AgencyCode agency) {
        return body.equals(agency)
                || find(body)
                        .filter(office -> office.kind() == Agency.Kind.OFFICE)
                        .filter(office -> agency.equals(office.parent()))
                        .isPresent();
    }
}
