package org.dargah.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dargah.cases.Applicant;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Renewable;
import org.dargah.cases.Renewable.Standing;
import org.dargah.cases.Stage;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.documents.Certificates;
import org.dargah.documents.VerificationCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which documents of a person a service gives anew, and what the earlier one tells: it stands among
 * the facts of the case from the first moment, so that nobody is asked again.
 */
@Component
public class Renewing {

    private static final int MOST = 200;

    /** The fact that holds the id of the earlier document. */
    private static final String DOCUMENT = "document";

    private final CaseTable table;
    private final Catalog catalog;
    private final Certificates certificates;
    private final Clock clock;

    Renewing(CaseTable table, Catalog catalog, Certificates certificates, Clock clock) {
        this.table = table;
        this.catalog = catalog;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** The person's documents that this service renews, the newest first. */
    public List<Renewable> of(Applicant applicant, Service service) {
        Renewal renewal = service.renewal();
        if (renewal == null) {
            return List.of();
        }
        List<CaseFile> cases = table.ofSubject(applicant.province(), applicant.id(), MOST);
        Map<CaseId, CaseFile> known =
                cases.stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        var renewable = new ArrayList<Renewable>();
        for (Certificate certificate :
                certificates.ofHolder(applicant.province(), applicant.id())) {
            CaseFile earlier = known.get(certificate.caseId());
            LocalDate lastDay = certificate.validUntil();
            if (earlier != null
                    && lastDay != null
                    && renewal.services().contains(earlier.service())) {
                renewable.add(
                        new Renewable(
                                certificate,
                                standing(certificate, lastDay, renewal, cases, null),
                                renewal.opens(lastDay),
                                renewal.closes(lastDay)));
            }
        }
        return renewable;
    }

    /**
     * The one that is named by what stands on it; somebody else's is none, like one that never was.
     */
    public Optional<Renewable> named(Applicant applicant, Service service, VerificationCode code) {
        return of(applicant, service).stream()
                .filter(document -> document.certificate().code().equals(code))
                .findFirst();
    }

    /**
     * @param self the case that asks, which does not stand in its own way
     */
    private Standing standing(
            Certificate certificate,
            LocalDate lastDay,
            Renewal renewal,
            List<CaseFile> cases,
            @Nullable CaseId self) {
        LocalDate today = Tehran.today(clock);
        if (certificate.revocation() != null) {
            return Standing.REVOKED;
        }
        if (certificate.replacement() != null) {
            return Standing.REPLACED;
        }
        if (cases.stream()
                .filter(file -> !file.id().equals(self))
                .filter(file -> file.stage() != Stage.DRAFT && !endedInVain(file.stage()))
                .anyMatch(file -> certificate.id().equals(renewed(file, renewal).orElse(null)))) {
            return Standing.UNDERWAY;
        }
        if (today.isBefore(renewal.opens(lastDay))) {
            return Standing.TOO_EARLY;
        }
        return today.isAfter(renewal.closes(lastDay)) ? Standing.TOO_LATE : Standing.NOW;
    }

    private static boolean endedInVain(Stage stage) {
        return stage == Stage.REFUSED || stage == Stage.WITHDRAWN;
    }

    /** The document that an application is to renew. */
    public static Optional<DocumentId> renewed(CaseFile file, @Nullable Renewal renewal) {
        return renewal == null
                ? Optional.empty()
                : file.said(renewal.name())
                        .map(said -> said.fields().get(DOCUMENT))
                        .map(id -> new DocumentId(UUID.fromString(id.toString())));
    }

    /** The draft with what the earlier document tells. */
    public CaseFile begun(CaseFile blank, Service service, Certificate certificate) {
        Renewal renewal = java.util.Objects.requireNonNull(service.renewal(), "it renews");
        CaseFile earlier =
                table.find(blank.province(), java.util.Objects.requireNonNull(certificate.caseId()))
                        .orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put(DOCUMENT, certificate.id().value().toString());
        facts.put("number", certificate.number());
        facts.put("issuedOn", Tehran.dateOf(certificate.issuedAt()).toString());
        facts.put("validUntil", String.valueOf(certificate.validUntil()));
        Service before = catalog.version(earlier.version()).orElseThrow();
        for (Renewal.Carried carried : renewal.carries()) {
            facts.putAll(carried(carried.name(), earlier, before));
        }
        return blank.heard(renewal.name(), new Facts.Said(true, facts, clock.instant()));
    }

    /** From the answers of the earlier application, or from what it had carried over itself. */
    private static Map<String, Object> carried(String name, CaseFile earlier, Service before) {
        Map<String, Object> facts = new HashMap<>();
        Object answer = earlier.answers().get(name);
        if (answer != null) {
            facts.put(name, answer);
            before.form()
                    .field(name)
                    .flatMap((Form.Field field) -> field.label(answer))
                    .ifPresent(label -> facts.put(name + Renewal.TITLE, label.fa()));
            return facts;
        }
        Renewal again = before.renewal();
        if (again != null) {
            Map<String, Object> known =
                    earlier.said(again.name()).map(Facts.Said::fields).orElse(Map.of());
            for (String fact : List.of(name, name + Renewal.TITLE)) {
                Optional.ofNullable(known.get(fact)).ifPresent(value -> facts.put(fact, value));
            }
        }
        return facts;
    }

    /**
     * Why an application cannot be handed in, if its document can no longer be renewed. Holds the
     * document until the caller's transaction ends, so that of two applications one goes on.
     */
    public Optional<Standing> hindrance(CaseFile file, Service service) {
        Renewal renewal = service.renewal();
        if (renewal == null) {
            return Optional.empty();
        }
        return renewed(file, renewal)
                .flatMap(id -> certificates.hold(file.province(), id))
                .map(certificate -> standing(file, certificate, renewal))
                .filter(standing -> standing != Standing.NOW);
    }

    private Standing standing(CaseFile file, Certificate certificate, Renewal renewal) {
        return standing(
                certificate,
                java.util.Objects.requireNonNull(certificate.validUntil()),
                renewal,
                cases(file.province(), file.subject()),
                file.id());
    }

    private List<CaseFile> cases(Province province, PersonId person) {
        return table.ofSubject(province, person, MOST);
    }
}
