package org.dargah.cases.web;

import java.util.Locale;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.Channel;
import org.dargah.ui.Item;
import org.dargah.ui.Link;
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
        Service service = service(agency, name);
        Words words = vocabulary.in(locale);
        String title = words.pick(service.title().fa(), service.title().en());
        return Reply.page(
                "cases/start",
                new StartPage(
                        title,
                        "/apply/" + service.agency() + "/" + service.code(),
                        new Link(title, service.path()),
                        service.asks().stream().map(ask -> item(ask, words)).toList(),
                        applications
                                .draft(own.applicant(person), service)
                                .map(CaseFile::tracking)
                                .map(tracking -> tracking.text())
                                .orElse("")));
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
            CurrentPerson person) {
        CaseFile file = applications.open(own.applicant(person), service(agency, name), key);
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
