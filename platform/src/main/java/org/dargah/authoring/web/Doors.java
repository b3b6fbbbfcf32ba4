package org.dargah.authoring.web;

import java.util.Optional;
import java.util.UUID;
import org.dargah.authoring.Access;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftId;
import org.dargah.authoring.Drafts;
import org.dargah.catalog.Publishing;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.ServiceCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds what an official may see; everything else is not found, as if it did not exist. */
@Component
class Doors {

    private final Drafts drafts;
    private final Publishing publishing;
    private final Access access;

    Doors(Drafts drafts, Publishing publishing, Access access) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.access = access;
    }

    Draft draft(CurrentOfficer officer, String id) {
        return DraftId.parse(id)
                .flatMap(parsed -> drafts.find(officer, parsed))
                .orElseThrow(Doors::notFound);
    }

    /** A draft of the analyst's own agency. */
    Draft own(CurrentOfficer analyst, String id) {
        Draft draft = draft(analyst, id);
        if (!access.mayWrite(analyst, draft.agency())) {
            throw notFound();
        }
        return draft;
    }

    /** A draft that this approver may decide, as far as their role goes. */
    Draft toApprove(CurrentOfficer approver, String id) {
        Draft draft = draft(approver, id);
        if (!access.mayApprove(approver, draft.agency())) {
            throw notFound();
        }
        return draft;
    }

    Publishing.Offered service(CurrentOfficer officer, String code) {
        return parse(code)
                .flatMap(publishing::offered)
                .filter(offered -> access.maySee(officer, offered.service().agency()))
                .orElseThrow(Doors::notFound);
    }

    private static Optional<ServiceCode> parse(String code) {
        try {
            return Optional.of(new ServiceCode(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean mayWrite(CurrentOfficer officer, Draft draft) {
        return access.mayWrite(officer, draft.agency());
    }

    boolean mayApprove(CurrentOfficer officer, Draft draft) {
        return access.mayApprove(officer, draft.agency());
    }

    boolean mayApprove(CurrentOfficer officer, Publishing.Offered offered) {
        return access.mayApprove(officer, offered.service().agency());
    }

    static UUID key(String text) {
        return CaseId.parse(text)
                .map(CaseId::value)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
