package org.dargah.identity.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dargah.agencies.Agencies;
import org.dargah.identity.Certification;
import org.dargah.identity.ClientCertificate;
import org.dargah.identity.ClientKey;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.KeyRegistration;
import org.dargah.identity.ProofFault;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One program of another body: its keys and certificates, and closing its way in. */
@Controller
class ClientController {

    private static final String TEMPLATE = "identity/client";

    private final Clients clients;
    private final ClientProofs proofs;
    private final ProofFacts facts;
    private final Agencies agencies;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ClientController(
            Clients clients,
            ClientProofs proofs,
            ProofFacts facts,
            Agencies agencies,
            Vocabulary vocabulary,
            Clock clock) {
        this.clients = clients;
        this.proofs = proofs;
        this.facts = facts;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** What was pasted, by field. */
    private record Pasted(String key, String request) {

        static final Pasted NOTHING = new Pasted("", "");

        /** A private key is not shown again, least of all kept on a page. */
        Pasted without(ProofFault why) {
            return why == ProofFault.PRIVATE ? NOTHING : this;
        }
    }

    @GetMapping("/work/clients/{id}")
    ModelAndView client(@PathVariable String id, Locale locale) {
        return Reply.page(TEMPLATE, page(find(id), Pasted.NOTHING, Errors.none(), locale));
    }

    private CurrentClient find(String id) {
        return clients.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ClientPage page(CurrentClient client, Pasted pasted, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        return new ClientPage(
                client.id(),
                words.digits(client.title()),
                List.of(
                        new Row(words.t("identity.clients.id"), client.id()),
                        new Row(
                                words.t("identity.office.agency"),
                                agencies.title(client.agency(), locale)),
                        new Row(words.t("identity.clients.scopes"), scopes(client, words)),
                        new Row(words.t("identity.client.road"), client.roadName())),
                keys(client, words),
                certificates(client, words),
                pasted.key(),
                pasted.request(),
                errors);
    }

    static String scopes(CurrentClient client, Words words) {
        return client.scopes().stream()
                .sorted()
                .map(scope -> words.t("identity.scope." + scope.code()))
                .collect(Collectors.joining(words.t("identity.clients.and")));
    }

    private @Nullable DataTable keys(CurrentClient client, Words words) {
        List<ClientKey> keys = proofs.keys(client.id());
        return keys.isEmpty()
                ? null
                : new DataTable(
                        words.t("identity.client.keys"),
                        List.of(
                                words.t("identity.client.fingerprint"),
                                words.t("identity.client.key.kind"),
                                words.t("identity.client.key.registered")),
                        keys.stream()
                                .map(
                                        key ->
                                                List.of(
                                                        ProofFacts.link(
                                                                client, "keys", key.fingerprint()),
                                                        Cell.code(facts.kind(key.key()), null),
                                                        Cell.time(key.registeredAt())))
                                .toList());
    }

    private @Nullable DataTable certificates(CurrentClient client, Words words) {
        List<ClientCertificate> certificates = proofs.certificates(client.id());
        return certificates.isEmpty()
                ? null
                : new DataTable(
                        words.t("identity.client.certificates"),
                        List.of(
                                words.t("identity.client.fingerprint"),
                                words.t("identity.client.certificate.until"),
                                words.t("identity.client.certificate.state")),
                        certificates.stream()
                                .map(
                                        one ->
                                                List.of(
                                                        ProofFacts.link(
                                                                client,
                                                                "certificates",
                                                                one.fingerprint()),
                                                        Cell.time(one.until()),
                                                        facts.state(one, clock.instant(), words)))
                                .toList());
    }

    @PostMapping("/work/clients/{id}/keys")
    ModelAndView register(
            @PathVariable String id,
            CurrentOfficer administrator,
            @RequestParam(defaultValue = "") String key,
            Locale locale) {
        CurrentClient client = find(id);
        return switch (proofs.register(client, key, administrator)) {
            case KeyRegistration.Registered(ClientKey registered) ->
                    Reply.seeOther("/work/clients/" + id);
            case KeyRegistration.Refused(ProofFault why) ->
                    again(client, new Pasted(key, ""), "key", why, locale);
        };
    }

    private ModelAndView again(
            CurrentClient client, Pasted pasted, String field, ProofFault why, Locale locale) {
        Words words = vocabulary.in(locale);
        Errors errors = Errors.of(field, words.t(ProofFacts.sentence(field, why)));
        return Reply.invalid(TEMPLATE, page(client, pasted.without(why), errors, locale));
    }

    @PostMapping("/work/clients/{id}/certificates")
    ModelAndView certify(
            @PathVariable String id,
            CurrentOfficer administrator,
            @RequestParam(defaultValue = "") String request,
            Locale locale) {
        CurrentClient client = find(id);
        return switch (proofs.certify(client, request, administrator)) {
            case Certification.Issued(ClientCertificate issued) ->
                    Reply.seeOther("/work/clients/" + id + "/certificates/" + issued.fingerprint());
            case Certification.Refused(ProofFault why) ->
                    again(client, new Pasted("", request), "request", why, locale);
        };
    }

    @PostMapping("/work/clients/{id}/closure")
    ModelAndView close(@PathVariable String id, CurrentOfficer administrator) {
        if (!clients.close(id, administrator)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Reply.seeOther("/work/clients");
    }
}
