package org.dargah.authoring;

import java.util.List;
import java.util.stream.Stream;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.kernel.AgencyCode;
import org.springframework.stereotype.Component;

/**
 * Whose services an official may write or approve: analysts write for their own agency; approvers
 * approve for theirs and for those that belong directly to it.
 */
@Component
public final class Access {

    private final Agencies agencies;

    Access(Agencies agencies) {
        this.agencies = agencies;
    }

    public boolean mayWrite(CurrentOfficer officer, AgencyCode agency) {
        return officer.is(Role.ANALYST) && officer.agency().equals(agency);
    }

    public boolean mayApprove(CurrentOfficer officer, AgencyCode agency) {
        return officer.is(Role.APPROVER)
                && (officer.agency().equals(agency)
                        || agencies.find(agency)
                                .map(Agency::parent)
                                .filter(officer.agency()::equals)
                                .isPresent());
    }

    public boolean maySee(CurrentOfficer officer, AgencyCode agency) {
        return mayWrite(officer, agency) || mayApprove(officer, agency);
    }

    /** The agencies whose services this official sees. */
    public List<AgencyCode> agencies(CurrentOfficer officer) {
        return Stream.concat(
                        Stream.of(officer.agency()),
                        agencies.all().stream()
                                .map(Agency::code)
                                .filter(code -> maySee(officer, code)))
                .distinct()
                .toList();
    }
}
