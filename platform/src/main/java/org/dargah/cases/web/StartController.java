package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dargah.cases.Applicant;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Renewable;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.Channel;
import org.dargah.ui.Errors;
import org.dargah.ui.Item;
import org.dargah.ui.Link;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Shell;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Before an application begins: which registries will be asked, then the draft. */
@Controller
class StartController {

    private final Catalog catalog;
    private final Applications applications;
    private final Own own;
    private final Vocabulary vocabulary;

    StartController(Catalog catalog, Applications applications, Own own, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.applications = applications;
        this.own = own;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/apply/{agency}/{name}")
    ModelAndView start(
            @PathVariable String agency,
            @PathVariable String name,
            CurrentPerson person,
            Locale locale) {
        if (catalog.retired(agency, name).isPresent()) {
            return Reply.seeOther("/services/" + agency + "/" + name);
        }
        Service service = service(agency, name);
        Applicant applicant = own.applicant(person);
        return Reply.page(
                "cases/start", page(service, applicant, "", Errors.none(), vocabulary.in(locale)));
    }

    private StartPage page(
            Service service, Applicant applicant, String chosen, Errors errors, Words words) {
        String title = words.pick(service.title().fa(), service.title().en());
        return new StartPage(
                title,
                "/apply/" + service.agency() + "/" + service.code(),
                new Link(title, service.path()),
                service.asks().stream().map(ask -> item(ask, words)).toList(),
                applications
                        .draft(applicant, service)
                        .map(CaseFile::tracking)
                        .map(tracking -> tracking.text())
                        .orElse(""),
                service.renewal() == null
                        ? null
                        : choice(applications.renewable(applicant, service), chosen, words),
                errors);
    }

    /** One that is the only choice need not be chosen. */
    private static StartPage.Choice choice(List<Renewable> documents, String chosen, Words words) {
        List<String> open =
                documents.stream()
                        .filter(Renewable::isNow)
                        .map(document -> document.certificate().id().toString())
                        .toList();
        return new StartPage.Choice(
                documents.stream().map(document -> option(document, words)).toList(),
                chosen.isEmpty() && open.size() == 1 ? open.getFirst() : chosen);
    }

    private static Option option(Renewable document, Words words) {
        Certificate certificate = document.certificate();
        LocalDate lastDay = Objects.requireNonNull(certificate.validUntil());
        return new Option(
                certificate.id().toString(),
                words.t("cases.renewal.document", certificate.title(), certificate.number()),
                words.t(
                        document.standing().key() + ".hint",
                        words.date(lastDay),
                        words.date(document.opens()),
                        words.date(document.closes())),
                !document.isNow());
    }

    private static Item item(Ask ask, Words words) {
        return new Item(
                words.pick(ask.from().fa(), ask.from().en()),
                words.pick(ask.about().fa(), ask.about().en()));
    }

    @PostMapping("/apply/{agency}/{name}")
    ModelAndView open(
            @PathVariable String agency,
            @PathVariable String name,
            @RequestParam(Shell.KEY) String key,
            @RequestParam(defaultValue = "") String document,
            CurrentPerson person,
            Locale locale) {
        Service service = service(agency, name);
        Applicant applicant = own.applicant(person);
        if (service.renewal() == null) {
            return begun(applications.open(applicant, service, key));
        }
        Optional<Renewable> chosen =
                applications.renewable(applicant, service).stream()
                        .filter(Renewable::isNow)
                        .filter(it -> it.certificate().id().toString().equals(document))
                        .findFirst();
        if (chosen.isEmpty()) {
            Words words = vocabulary.in(locale);
            Errors errors = Errors.of("document", words.t("cases.renewal.choose"));
            return Reply.invalid("cases/start", page(service, applicant, document, errors, words));
        }
        return begun(applications.open(applicant, service, chosen.get(), key));
    }

    private static ModelAndView begun(CaseFile file) {
        return Reply.seeOther("/cases/" + file.tracking().text());
    }

    private Service service(String agency, String name) {
        return catalog.all().stream()
                .filter(service -> service.agency().value().equals(agency))
                .filter(service -> service.code().value().equals(name))
                .filter(service -> service.channels().contains(Channel.PORTAL))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
