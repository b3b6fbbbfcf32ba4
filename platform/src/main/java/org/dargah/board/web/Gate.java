package org.dargah.board.web;

import java.time.Clock;
import java.util.Set;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.board.Month;
import org.dargah.board.Scope;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads what an address asks for and lets nobody look beyond their own: who steers the province or
 * watches over it sees every agency, everyone else their own agency and its offices.
 */
@Component
class Gate {

    private static final Set<Role> WHOLE_PROVINCE =
            Set.of(Role.GOVERNOR, Role.COUNCIL_MEMBER, Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);

    private final Agencies agencies;
    private final Catalog catalog;
    private final Clock clock;

    Gate(Agencies agencies, Catalog catalog, Clock clock) {
        this.agencies = agencies;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The parts of an address; each may be empty. */
    record Query(String period, String agency, String office, String service) {}

    /**
     * @throws ResponseStatusException 404 for what does not exist, and for another's
     */
    Asked read(Query query, CurrentOfficer officer) {
        Month now = Month.of(Tehran.today(clock));
        Month month = month(query.period(), now);
        return new Asked(scope(query, officer), month, month == null ? now : month);
    }

    private static @Nullable Month month(String code, Month now) {
        if (code.isEmpty()) {
            return null;
        }
        return Month.parse(code)
                .filter(month -> !month.firstDay().isAfter(now.firstDay()))
                .orElseThrow(Gate::nothingThere);
    }

    private Scope scope(Query query, CurrentOfficer officer) {
        Scope scope = widest(officer).of(service(query.service()));
        if (!query.agency().isEmpty()) {
            AgencyCode agency = body(query.agency(), officer);
            scope =
                    isOffice(agency)
                            ? scope.inAgency(agencyOf(agency)).inOffice(agency)
                            : scope.inAgency(agency);
        }
        if (query.office().isEmpty()) {
            return scope;
        }
        AgencyCode office = body(query.office(), officer);
        // After choosing another agency in the form, the office of the former no longer counts.
        return scope.agency() != null && !agencies.isPartOf(office, scope.agency())
                ? scope
                : scope.inOffice(office);
    }

    /** All that somebody may see. */
    Scope widest(CurrentOfficer officer) {
        Scope all = Scope.of(officer.province());
        if (seesWholeProvince(officer)) {
            return all;
        }
        return isOffice(officer.agency())
                ? all.inOffice(officer.agency())
                : all.inAgency(officer.agency());
    }

    boolean seesWholeProvince(CurrentOfficer officer) {
        return officer.roles().stream().anyMatch(WHOLE_PROVINCE::contains);
    }

    private AgencyCode body(String code, CurrentOfficer officer) {
        return agencies.all().stream()
                .map(Agency::code)
                .filter(known -> known.value().equals(code))
                .filter(
                        known ->
                                seesWholeProvince(officer)
                                        || agencies.isPartOf(known, officer.agency()))
                .findFirst()
                .orElseThrow(Gate::nothingThere);
    }

    private boolean isOffice(AgencyCode code) {
        return agencies.find(code).map(Agency::kind).filter(Agency.Kind.OFFICE::equals).isPresent();
    }

    private AgencyCode agencyOf(AgencyCode office) {
        return agencies.find(office).map(Agency::parent).orElse(office);
    }

    private @Nullable ServiceCode service(String code) {
        if (code.isEmpty()) {
            return null;
        }
        return catalog.all().stream()
                .map(Service::code)
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElseThrow(Gate::nothingThere);
    }

    private static ResponseStatusException nothingThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
