package org.dargah.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Scope;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Programs of other bodies: which may use the API, and admitting one. */
@Controller
class ClientsController {

    private static final String TEMPLATE = "identity/clients";
    private static final int PAGE = 50;
    private static final int LONGEST_TITLE = 60;

    private final Clients clients;
    private final Agencies agencies;
    private final AgencyOptions options;
    private final Vocabulary vocabulary;

    ClientsController(
            Clients clients, Agencies agencies, AgencyOptions options, Vocabulary vocabulary) {
        this.clients = clients;
        this.agencies = agencies;
        this.options = options;
        this.vocabulary = vocabulary;
    }

    /** What the administrator filled in. */
    private record Wanted(String title, String agency, List<String> scopes) {

        static final Wanted NOTHING = new Wanted("", "", List.of());

        Set<Scope> chosen() {
            return scopes.stream()
                    .flatMap(code -> Scope.parse(code).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @GetMapping("/work/clients")
    ModelAndView list(@RequestParam(defaultValue = "") String after, Locale locale) {
        return Reply.page(TEMPLATE, page(after, Wanted.NOTHING, null, Errors.none(), locale));
    }

    private ClientsPage page(
            String after,
            Wanted wanted,
            Clients.@Nullable Admitted admitted,
            Errors errors,
            Locale locale) {
        Words words = vocabulary.in(locale);
        List<CurrentClient> rows = clients.page(after, PAGE + 1);
        List<CurrentClient> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new ClientsPage(
                table(shown, words, locale),
                rows.size() > PAGE ? "/work/clients?after=" + shown.getLast().id() : null,
                options.in(locale),
                scopeOptions(words),
                wanted.title(),
                wanted.agency(),
                wanted.scopes(),
                admitted == null ? "" : admitted.client().id(),
                admitted == null ? "" : admitted.secret(),
                admitted != null && admitted.client().scopes().contains(Scope.INQUIRIES),
                errors);
    }

    private DataTable table(List<CurrentClient> shown, Words words, Locale locale) {
        return new DataTable(
                words.t("identity.clients.title"),
                List.of(
                        words.t("identity.clients.id"),
                        words.t("identity.clients.name"),
                        words.t("identity.office.agency"),
                        words.t("identity.clients.scopes")),
                shown.stream()
                        .map(
                                one ->
                                        List.of(
                                                Cell.code(one.id(), "/work/clients/" + one.id()),
                                                Cell.text(words.digits(one.title())),
                                                Cell.text(agencies.title(one.agency(), locale)),
                                                Cell.text(ClientController.scopes(one, words))))
                        .toList());
    }

    private static List<Option> scopeOptions(Words words) {
        return Arrays.stream(Scope.values())
                .map(scope -> new Option(scope.code(), words.t("identity.scope." + scope.code())))
                .toList();
    }

    @PostMapping("/work/clients")
    ModelAndView admit(
            CurrentOfficer administrator,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(required = false) @Nullable List<String> scopes,
            Locale locale) {
        Wanted wanted =
                new Wanted(
                        PersianText.normalise(title), agency, scopes == null ? List.of() : scopes);
        Optional<Agency> body = options.chosen(agency);
        Errors errors = errors(wanted, body, vocabulary.in(locale));
        if (!errors.isEmpty() || body.isEmpty()) {
            return Reply.invalid(TEMPLATE, page("", wanted, null, errors, locale));
        }
        Clients.Admitted admitted =
                clients.admit(wanted.title(), body.get().code(), wanted.chosen(), administrator);
        return Reply.page(TEMPLATE, page("", Wanted.NOTHING, admitted, Errors.none(), locale));
    }

    private static Errors errors(Wanted wanted, Optional<Agency> agency, Words words) {
        Errors errors = Errors.none();
        if (wanted.title().isBlank() || wanted.title().length() > LONGEST_TITLE) {
            errors = errors.with("title", words.t("identity.clients.error.title"));
        }
        if (agency.isEmpty()) {
            errors = errors.with("agency", words.t("identity.clients.error.agency"));
        }
        if (wanted.chosen().isEmpty()) {
            errors = errors.with("scopes", words.t("identity.clients.error.scopes"));
        }
        return errors;
    }
}
