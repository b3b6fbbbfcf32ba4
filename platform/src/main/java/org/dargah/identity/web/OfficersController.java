package org.dargah.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.agencies.Agencies;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Invitation;
import org.dargah.identity.Officers;
import org.dargah.identity.Role;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Accounts of officials: who has one, and giving one by a one-time link. */
@Controller
class OfficersController {

    private static final String TEMPLATE = "identity/officers";
    private static final int PAGE = 50;

    private final Officers officers;
    private final Agencies agencies;
    private final AgencyOptions options;
    private final Vocabulary vocabulary;

    OfficersController(
            Officers officers, Agencies agencies, AgencyOptions options, Vocabulary vocabulary) {
        this.officers = officers;
        this.agencies = agencies;
        this.options = options;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/work/officers")
    ModelAndView list(@RequestParam(defaultValue = "") String after, Locale locale) {
        return Reply.page(TEMPLATE, page(after, Wanted.NOTHING, "", Errors.none(), locale));
    }

    /** What the administrator filled in. */
    private record Wanted(String agency, String title, List<String> roles) {

        static final Wanted NOTHING = new Wanted("", "", List.of());

        Set<Role> chosen() {
            return roles.stream()
                    .flatMap(role -> Role.parse(role).stream())
                    .filter(Role::isOfficial)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private OfficersPage page(
            String after, Wanted wanted, String link, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        List<CurrentOfficer> rows = officers.page(after, PAGE + 1);
        List<CurrentOfficer> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new OfficersPage(
                table(shown, words, locale),
                rows.size() > PAGE ? "/work/officers?after=" + shown.getLast().username() : null,
                options.in(locale),
                roleOptions(words),
                wanted.agency(),
                wanted.title(),
                wanted.roles(),
                link,
                errors);
    }

    private DataTable table(List<CurrentOfficer> shown, Words words, Locale locale) {
        List<String> columns =
                List.of(
                        words.t("identity.office.username"),
                        words.t("identity.office.name"),
                        words.t("identity.office.title"),
                        words.t("identity.office.agency"),
                        words.t("identity.office.roles"));
        return new DataTable(
                words.t("identity.officers.title"),
                columns,
                shown.stream().map(one -> row(one, words, locale)).toList());
    }

    private List<Cell> row(CurrentOfficer one, Words words, Locale locale) {
        return List.of(
                Cell.code(one.username(), "/work/officers/" + one.id()),
                Cell.text(one.name()),
                Cell.text(one.title()),
                Cell.text(agencies.title(one.agency(), locale)),
                Cell.text(AccountFacts.roles(one.roles(), words)));
    }

    private static List<Option> roleOptions(Words words) {
        return Arrays.stream(Role.values())
                .filter(Role::isOfficial)
                .map(role -> new Option(role.code(), words.t("identity.role." + role.code())))
                .toList();
    }

    @PostMapping("/work/officers/invitations")
    ModelAndView invite(
            CurrentOfficer administrator,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable List<String> roles,
            Locale locale) {
        String shortTitle = PersianText.normalise(title);
        Wanted wanted = new Wanted(agency, shortTitle, roles == null ? List.of() : roles);
        Errors errors = errors(wanted, vocabulary.in(locale));
        if (!errors.isEmpty()) {
            return Reply.invalid(TEMPLATE, page("", wanted, "", errors, locale));
        }
        Invitation invitation =
                new Invitation(
                        options.chosen(agency).orElseThrow().code(), shortTitle, wanted.chosen());
        String link = address(officers.invite(invitation, administrator));
        return Reply.page(TEMPLATE, page("", Wanted.NOTHING, link, Errors.none(), locale));
    }

    /** Whole, so that it can be handed on. */
    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private Errors errors(Wanted wanted, Words words) {
        Errors errors = Errors.none();
        if (options.chosen(wanted.agency()).isEmpty()) {
            errors = errors.with("agency", words.t("identity.officers.error.agency"));
        }
        if (wanted.title().isBlank()) {
            errors = errors.with("title", words.t("identity.officers.error.title"));
        }
        if (wanted.chosen().isEmpty()) {
            errors = errors.with("roles", words.t("identity.officers.error.roles"));
        }
        return errors;
    }
}
