package org.dargah.identity.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.dargah.identity.ClientCertificate;
import org.dargah.identity.ClientKey;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One key or certificate of a program, handing it over and taking it back. */
@Controller
class ClientProofController {

    private static final String TEMPLATE = "identity/clientProof";
    private static final String KEY = "/work/clients/{id}/keys/{fingerprint}";
    private static final String CERTIFICATE = "/work/clients/{id}/certificates/{fingerprint}";

    private final Clients clients;
    private final ClientProofs proofs;
    private final ProofFacts facts;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ClientProofController(
            Clients clients,
            ClientProofs proofs,
            ProofFacts facts,
            Vocabulary vocabulary,
            Clock clock) {
        this.clients = clients;
        this.proofs = proofs;
        this.facts = facts;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping(KEY)
    ModelAndView key(@PathVariable String id, @PathVariable String fingerprint, Locale locale) {
        CurrentClient client = find(id);
        ClientKey key =
                proofs.keys(id).stream()
                        .filter(one -> one.fingerprint().equals(fingerprint))
                        .findFirst()
                        .orElseThrow(ClientProofController::absent);
        Words words = vocabulary.in(locale);
        return Reply.page(
                TEMPLATE,
                new ClientProofPage(
                        id,
                        words.digits(client.title()),
                        "key",
                        List.of(
                                new Row(
                                        words.t("identity.client.key.registered"),
                                        words.moment(key.registeredAt()))),
                        List.of(
                                new Row(words.t("identity.client.key.kind"), facts.kind(key.key())),
                                new Row(words.t("identity.client.fingerprint"), fingerprint)),
                        "",
                        "/work/clients/" + id + "/keys/" + fingerprint + "/removal"));
    }

    private CurrentClient find(String id) {
        return clients.find(id).orElseThrow(ClientProofController::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping(KEY + "/removal")
    ModelAndView remove(
            @PathVariable String id,
            @PathVariable String fingerprint,
            CurrentOfficer administrator) {
        return done(id, proofs.remove(id, fingerprint, administrator));
    }

    private static ModelAndView done(String id, boolean done) {
        if (!done) {
            throw absent();
        }
        return Reply.seeOther("/work/clients/" + id);
    }

    @GetMapping(CERTIFICATE)
    ModelAndView certificate(
            @PathVariable String id, @PathVariable String fingerprint, Locale locale) {
        CurrentClient client = find(id);
        ClientCertificate one = certificate(id, fingerprint);
        ClientCertificate.State state = one.state(clock.instant());
        boolean open = state == ClientCertificate.State.VALID;
        Words words = vocabulary.in(locale);
        return Reply.page(
                TEMPLATE,
                new ClientProofPage(
                        id,
                        words.digits(client.title()),
                        "certificate",
                        List.of(
                                new Row(
                                        words.t("identity.client.certificate.state"),
                                        ProofFacts.state(state, words)),
                                new Row(
                                        words.t("identity.client.certificate.issued"),
                                        words.moment(one.issuedAt())),
                                new Row(
                                        words.t("identity.client.certificate.until"),
                                        words.moment(one.until()))),
                        marks(one, words),
                        open ? proofs.chain(one) : "",
                        open
                                ? "/work/clients/"
                                        + id
                                        + "/certificates/"
                                        + fingerprint
                                        + "/revocation"
                                : null));
    }

    private ClientCertificate certificate(String id, String fingerprint) {
        return proofs.certificate(id, fingerprint).orElseThrow(ClientProofController::absent);
    }

    private static List<Row> marks(ClientCertificate one, Words words) {
        return List.of(
                new Row(
                        words.t("identity.client.certificate.subject"),
                        one.content().getSubjectX500Principal().getName()),
                new Row(words.t("identity.client.certificate.serial"), one.serial().toString(16)),
                new Row(words.t("identity.client.fingerprint"), one.fingerprint()));
    }

    /** What the program's keeper needs beside the private key. */
    @GetMapping(CERTIFICATE + "/chain")
    ResponseEntity<String> chain(@PathVariable String id, @PathVariable String fingerprint) {
        find(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-pem-file"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(id + ".pem").build().toString())
                .body(proofs.chain(certificate(id, fingerprint)));
    }

    @PostMapping(CERTIFICATE + "/revocation")
    ModelAndView revoke(
            @PathVariable String id,
            @PathVariable String fingerprint,
            CurrentOfficer administrator) {
        return done(id, proofs.revoke(id, fingerprint, administrator));
    }
}
