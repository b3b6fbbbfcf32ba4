package org.dargah.cases.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Filed;
import org.dargah.cases.Filing;
import org.dargah.cases.Lists;
import org.dargah.cases.Renewable;
import org.dargah.cases.Rows;
import org.dargah.cases.Submission;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificates;
import org.dargah.documents.Opening;
import org.dargah.identity.CurrentClient;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Problem;
import org.dargah.ui.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handing in applications and reading cases. */
@RestController
@Tag(name = "cases")
@SecurityRequirement(name = "client")
class CasesApi {

    private static final Purpose READING = new Purpose("application");
    private static final int MOST = 200;
    private static final CaseId FIRST = new CaseId(new UUID(0, 0));

    private final Filing filing;
    private final Cases cases;
    private final Lists lists;
    private final Signings signings;
    private final Catalog catalog;
    private final Certificates certificates;
    private final Vocabulary vocabulary;
    private final URI home;

    CasesApi(
            Filing filing,
            Cases cases,
            Lists lists,
            Signings signings,
            Catalog catalog,
            Certificates certificates,
            Vocabulary vocabulary,
            @Value("${dargah.address}") String address) {
        this.filing = filing;
        this.cases = cases;
        this.lists = lists;
        this.signings = signings;
        this.catalog = catalog;
        this.certificates = certificates;
        this.vocabulary = vocabulary;
        this.home = URI.create(address);
    }

    @PostMapping("/api/v1/cases")
    @Operation(
            summary = "Hand in an application for a person",
            description =
                    "Sending it again with the same key gives the same case and makes nothing"
                            + " twice. A service with a fee answers stage awaiting-payment and"
                            + " where to pay; the agency gets the case when it is paid. Where"
                            + " several people ask together it answers awaiting-signatures: each of"
                            + " the others is told by text message and signs in their own account."
                            + " Once all have signed, the same request answers where to pay, or the"
                            + " case is with the agency. When somebody refuses or the time is over"
                            + " the case is a draft again, which the applicant mends in the portal;"
                            + " a program brings a new one with a new key.")
    ResponseEntity<CaseBrief> submit(
            @Parameter(description = "Chosen by the program, 1 to 100 visible ASCII signs")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            @RequestBody NewCase wanted,
            CurrentClient client) {
        Filing.Application application = NewCaseCheck.read(key, wanted, catalog);
        return switch (filing.file(client, application)) {
            case Filed.Taken(Submission submission) -> answer(submission, application.service());
            case Filed.KeyTaken taken ->
                    throw Problem.refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "idempotency-key-reused",
                            "This Idempotency-Key came before with other content. Choose a new"
                                    + " key for a new application.");
            case Filed.Stopped(Filed.Stop stop) -> throw Refusals.of(stop);
        };
    }

    private ResponseEntity<CaseBrief> answer(Submission submission, Service service) {
        return switch (submission) {
            case Submission.Submitted(CaseFile file) -> created(brief(file, service));
            case Submission.Withdrawn(CaseFile file) -> created(brief(file, service));
            case Submission.SignaturesDue(CaseFile file) -> created(brief(file, service));
            case Submission.PaymentDue(CaseFile file, URI provider) ->
                    created(
                            brief(file, service)
                                    .toPay(file.fee().amount(), home.resolve(provider)));
            case Submission.PaymentClosed closed ->
                    throw Problem.refusal(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "unavailable",
                            "The payment provider does not answer. Send the same request with the"
                                    + " same key again; nothing is lost or done twice.");
            case Submission.Incomplete(CaseFile file, var problems) -> throw Refusals.of(problems);
            case Submission.NotRenewable(CaseFile file, Renewable.Standing standing) ->
                    throw Refusals.of(standing);
            case Submission.NotOffered retired ->
                    throw Problem.refusal(
                            HttpStatus.CONFLICT,
                            "not-offered",
                            "The agency has retired this service and takes no new applications.");
        };
    }

    private CaseBrief brief(CaseFile file, Service service) {
        return CaseBrief.of(file, name(service)).signedBy(signings.of(file));
    }

    private static ResponseEntity<CaseBrief> created(CaseBrief brief) {
        return ResponseEntity.created(URI.create("/api/v1/cases/" + brief.trackingCode()))
                .body(brief);
    }

    /** As the API names a service. */
    static String name(Service service) {
        return service.agency() + "/" + service.code();
    }

    /**
     * @param after the cursor for the next page, or null on the last
     */
    record CasePage(List<CaseBrief> items, @Nullable String after) {}

    @GetMapping("/api/v1/cases")
    @Operation(summary = "The cases that this program handed in, in the order of opening")
    CasePage list(
            @Parameter(description = "The cursor that the page before gave")
                    @RequestParam(required = false)
                    @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            CurrentClient client) {
        int size = Math.clamp(limit, 1, MOST);
        CaseId from = after == null ? FIRST : CaseId.parse(after).orElse(FIRST);
        List<CaseFile> files = cases.of(client, from, size + 1);
        List<CaseFile> shown = files.subList(0, Math.min(size, files.size()));
        return new CasePage(
                shown.stream().map(file -> CaseBrief.of(file, name(service(file)))).toList(),
                files.size() > size ? shown.getLast().id().toString() : null);
    }

    @GetMapping("/api/v1/cases/{trackingCode}")
    @Operation(
            summary = "A whole case in one call",
            description =
                    "Of the program that handed it in, or of the deciding agency. Reading it is"
                            + " recorded, and the person sees that it was read.")
    WholeCase read(@PathVariable String trackingCode, CurrentClient client) {
        Cases.Whole whole =
                TrackingCode.parse(trackingCode)
                        .flatMap(tracking -> cases.open(client, tracking))
                        .orElseThrow(CasesApi::missing);
        Service service = service(whole.file());
        return WholeCase.of(
                whole,
                brief(whole.file(), service),
                service,
                cases.decides(client, whole.file()),
                vocabulary.in(Locale.ENGLISH));
    }

    /**
     * @param after the cursor for the next page, or null on the last
     */
    record RowPage(List<Map<String, Object>> items, @Nullable String after) {}

    @GetMapping("/api/v1/cases/{trackingCode}/lists/{question}")
    @Operation(
            summary = "The rows of a table that an applicant sent, fifty a page",
            description = "Reading them is recorded, as reading the case is.")
    RowPage rows(
            @PathVariable String trackingCode,
            @PathVariable String question,
            @Parameter(description = "The cursor that the page before gave")
                    @RequestParam(defaultValue = "0")
                    int after,
            CurrentClient client) {
        CaseFile file =
                TrackingCode.parse(trackingCode)
                        .flatMap(tracking -> cases.open(client, tracking))
                        .map(Cases.Whole::file)
                        .orElseThrow(CasesApi::missing);
        if (!(file.answers().get(question) instanceof Rows rows)) {
            throw missing();
        }
        int page = Math.max(0, after);
        return new RowPage(
                lists.page(file, rows, page),
                (page + 1L) * Lists.PAGE < rows.size() ? String.valueOf(page + 1) : null);
    }

    @GetMapping(
            path = "/api/v1/cases/{trackingCode}/certificates/{id}",
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "A certificate that the case led to, as signed PDF")
    ResponseEntity<Resource> certificate(
            @PathVariable String trackingCode, @PathVariable String id, CurrentClient client) {
        CaseFile file = file(trackingCode, client);
        var caller =
                new Caller(client.agency(), client.actor(), Channel.API, READING, file.id(), null);
        return DocumentId.parse(id)
                .flatMap(document -> certificates.find(file.province(), document))
                .filter(certificate -> file.id().equals(certificate.caseId()))
                .map(certificate -> certificates.open(file.province(), certificate.id(), caller))
                .flatMap(
                        opening ->
                                opening instanceof Opening.Opened opened
                                        ? java.util.Optional.of(sent(opened))
                                        : java.util.Optional.empty())
                .orElseThrow(CasesApi::missing);
    }

    private static ResponseEntity<Resource> sent(Opening.Opened opened) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(opened.content());
    }

    private CaseFile file(String code, CurrentClient client) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> cases.find(client, tracking))
                .orElseThrow(CasesApi::missing);
    }

    private static RuntimeException missing() {
        return Problem.refusal(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such case, or it is not shown to this program.");
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }
}
