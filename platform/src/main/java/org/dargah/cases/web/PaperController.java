package org.dargah.cases.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dargah.agencies.Agencies;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Desk;
import org.dargah.cases.Official;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificates;
import org.dargah.documents.Documents;
import org.dargah.documents.Opening;
import org.dargah.documents.Order;
import org.dargah.documents.Receipt;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.TrackingCode;
import org.dargah.payments.Payments;
import org.dargah.places.Places;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands out the documents of a case to its applicant and to an officer of its agency. */
@Controller
class PaperController {

    private static final Purpose OWN = new Purpose("own-case");

    private final Own own;
    private final Desk desk;
    private final Cases cases;
    private final Documents documents;
    private final Certificates certificates;
    private final Agencies agencies;
    private final Payments payments;
    private final CaseTexts texts;
    private final Words words;
    private final String province;

    PaperController(
            Own own,
            Desk desk,
            Cases cases,
            Documents documents,
            Certificates certificates,
            Agencies agencies,
            Payments payments,
            CaseTexts texts,
            Vocabulary vocabulary,
            Places places) {
        this.own = own;
        this.desk = desk;
        this.cases = cases;
        this.documents = documents;
        this.certificates = certificates;
        this.agencies = agencies;
        this.payments = payments;
        this.texts = texts;
        this.words = vocabulary.in(Words.PERSIAN);
        this.province = places.title(Words.PERSIAN);
    }

    @GetMapping("/cases/{code}/files/{id}")
    ResponseEntity<Resource> file(
            @PathVariable String code, @PathVariable String id, CurrentPerson person) {
        CaseFile file = own.file(person, code);
        return sentTo(file, id, by(person.actor(), file, OWN));
    }

    @GetMapping("/cases/{code}/certificates/{id}")
    ResponseEntity<Resource> certificate(
            @PathVariable String code, @PathVariable String id, CurrentPerson person) {
        CaseFile file = own.file(person, code);
        return issuedTo(file, id, by(person.actor(), file, OWN));
    }

    @GetMapping("/work/cases/{code}/files/{id}")
    ResponseEntity<Resource> file(
            @PathVariable String code, @PathVariable String id, CurrentOfficer officer) {
        CaseFile file = opened(code, officer);
        if (cases.unsent(file).contains(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return sentTo(file, id, by(officer.actor(), file, Desk.DECIDING));
    }

    @GetMapping("/work/cases/{code}/certificates/{id}")
    ResponseEntity<Resource> certificate(
            @PathVariable String code, @PathVariable String id, CurrentOfficer officer) {
        CaseFile file = opened(code, officer);
        return issuedTo(file, id, by(officer.actor(), file, Desk.DECIDING));
    }

    @GetMapping(path = "/cases/{code}/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        if (file.submittedAt() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        byte[] pdf = certificates.print(receipt(file, own.service(file)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, inline(file.tracking().text() + ".pdf"))
                .body(pdf);
    }

    private Receipt receipt(CaseFile file, Service service) {
        String agency = agencies.find(file.agency()).orElseThrow().titleFa();
        String review =
                service.decidesItself()
                        ? words.t("cases.receipt.rules", agency)
                        : words.t("cases.receipt.review", agency);
        String detail =
                service.decidesItself()
                        ? words.t("cases.receipt.rules.text")
                        : words.t("cases.receipt.review.text");
        return new Receipt(
                file.tracking(),
                java.net.URI.create(texts.trackingAddress(file)),
                new Order.Letterhead(file.agency(), agency, province),
                service.title().fa(),
                Objects.requireNonNull(file.submittedAt()),
                file.applicant(),
                List.of(
                        new Receipt.Step(review, detail, file.dueOn()),
                        new Receipt.Step(
                                words.t("cases.receipt.decision"),
                                words.t("cases.receipt.decision.text"),
                                file.dueOn())),
                payments.ofCase(file.province(), file.id()).stream()
                        .filter(paid -> paid.isPaid())
                        .findFirst()
                        .map(
                                paid ->
                                        new Receipt.Payment(
                                                paid.amount(),
                                                Objects.requireNonNull(paid.reference()),
                                                Objects.requireNonNull(paid.paidAt())))
                        .orElse(null));
    }

    private CaseFile opened(String code, CurrentOfficer officer) {
        Official official = Official.of(officer);
        return TrackingCode.parse(code)
                .flatMap(tracking -> desk.open(official, tracking))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Caller by(Actor actor, CaseFile file, Purpose purpose) {
        return new Caller(file.agency(), actor, Channel.PORTAL, purpose, file.id(), null);
    }

    private ResponseEntity<Resource> sentTo(CaseFile file, String id, Caller caller) {
        DocumentId wanted = id(id);
        boolean ofCase =
                documents.ofCase(file.province(), file.id()).stream()
                        .anyMatch(f -> f.id().equals(wanted));
        return answer(
                ofCase ? documents.open(file.province(), wanted, caller) : new Opening.Missing());
    }

    private ResponseEntity<Resource> issuedTo(CaseFile file, String id, Caller caller) {
        DocumentId wanted = id(id);
        boolean ofCase =
                certificates.ofCase(file.province(), file.id()).stream()
                        .anyMatch(c -> c.id().equals(wanted));
        return answer(
                ofCase
                        ? certificates.open(file.province(), wanted, caller)
                        : new Opening.Missing());
    }

    private static DocumentId id(String text) {
        return DocumentId.parse(text)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Resource> answer(Opening opening) {
        return switch (opening) {
            case Opening.Missing missing -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Opening.Opened opened ->
                    ResponseEntity.ok()
                            .contentType(MediaType.parseMediaType(opened.mediaType()))
                            .header(HttpHeaders.CONTENT_DISPOSITION, inline(opened.name()))
                            .header("X-Content-Type-Options", "nosniff")
                            .body(opened.content());
        };
    }

    private static String inline(String name) {
        return ContentDisposition.inline()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
