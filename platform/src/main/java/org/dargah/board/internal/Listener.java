package org.dargah.board.internal;

import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.cases.CaseDecided;
import org.dargah.cases.CaseRated;
import org.dargah.cases.CaseSubmitted;
import org.dargah.cases.CaseWithdrawn;
import org.dargah.cases.CorrectionRequested;
import org.dargah.cases.CorrectionSent;
import org.dargah.cases.TermExtended;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what happens to cases and keeps the boards' rows: the only way into their table. */
@Component
class Listener {

    private final CaseLineTable table;
    private final Agencies agencies;

    Listener(CaseLineTable table, Agencies agencies) {
        this.table = table;
        this.agencies = agencies;
    }

    @ApplicationModuleListener
    void on(CaseSubmitted event) {
        table.add(
                news(event.province(), event.caseId(), event.service(), event.agency())
                        .with("tracking", event.tracking().text())
                        .at("submittedAt", event.at())
                        .on("submittedOn", event.at())
                        .with("dueOn", event.dueOn()));
    }

    @ApplicationModuleListener
    void on(CorrectionRequested event) {
        table.add(
                news(event.province(), event.caseId(), event.service(), event.agency())
                        .at("askedAt", event.at()));
    }

    @ApplicationModuleListener
    void on(CorrectionSent event) {
        table.add(
                news(event.province(), event.caseId(), event.service(), event.agency())
                        .at("sentAt", event.at())
                        .with("dueOn", event.dueOn()));
    }

    @ApplicationModuleListener
    void on(TermExtended event) {
        table.add(
                news(event.province(), event.caseId(), event.service(), event.agency())
                        .with("dueOn", event.dueOn()));
    }

    /** It brings its submission along, so that it counts even before that is heard of. */
    @ApplicationModuleListener
    void on(CaseDecided event) {
        table.add(
                news(event.province(), event.caseId(), event.service(), event.agency())
                        .at("submittedAt", event.submittedAt())
                        .on("submittedOn", event.submittedAt())
                        .with("dueOn", event.dueOn())
                        .at("decidedAt", event.at())
                        .on("decidedOn", event.at())
                        .with("approved", event.approved()));
    }

    @ApplicationModuleListener
    void on(CaseWithdrawn event) {
        table.add(
                news(event.province(), event.caseId(), event.service(), event.agency())
                        .on("withdrawnOn", event.at()));
    }

    @ApplicationModuleListener
    void on(CaseRated event) {
        table.add(
                news(event.province(), event.caseId(), event.service(), event.agency())
                        .with("score", event.score()));
    }

    private News news(Province province, CaseId id, ServiceCode service, AgencyCode office) {
        AgencyCode agency =
                agencies.find(office)
                        .filter(body -> body.kind() == Agency.Kind.OFFICE)
                        .map(Agency::parent)
                        .orElse(office);
        return News.of(province, id, service, agency, office);
    }
}
