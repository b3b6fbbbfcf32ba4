package org.dargah.cases.web;

import java.util.Optional;
import org.dargah.cases.Applicant;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Corrections;
import org.dargah.cases.Stage;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.kernel.Channel;
import org.dargah.kernel.TrackingCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds what belongs to the signed-in citizen; everything else is not found, as if it did not
 * exist.
 */
@Component
class Own {

    private final Cases cases;
    private final Catalog catalog;
    private final Identity identity;
    private final Corrections corrections;

    Own(Cases cases, Catalog catalog, Identity identity, Corrections corrections) {
        this.corrections = corrections;
        this.cases = cases;
        this.catalog = catalog;
        this.identity = identity;
    }

    CaseFile file(CurrentPerson person, String code) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> cases.find(person.province(), person.id(), tracking))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * The draft, or the case with the answers that are being mended; empty while nothing can be
     * written.
     */
    Optional<CaseFile> writable(CurrentPerson person, String code) {
        CaseFile file = file(person, code);
        return file.stage() == Stage.DRAFT || corrections.mayAnswer(file)
                ? Optional.of(corrections.open(file).file())
                : Optional.empty();
    }

    /** Where the pages of the form are left for. */
    static String home(CaseFile writable) {
        String home = "/cases/" + writable.tracking().text();
        return writable.stage() == Stage.DRAFT ? home : home + "/correction";
    }

    Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }

    Applicant applicant(CurrentPerson current) {
        Person person = identity.person(current.id()).orElseThrow();
        return new Applicant(
                current.province(),
                current.id(),
                person.nationalId(),
                person.name(),
                java.util.Objects.requireNonNull(
                        person.mobile(), "a citizen signs in by a confirmed mobile"),
                current.actor(),
                Channel.PORTAL);
    }
}
