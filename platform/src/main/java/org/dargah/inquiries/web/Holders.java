package org.dargah.inquiries.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.exchange.Group;
import org.dargah.exchange.Groups;
import org.dargah.exchange.WholeBody;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Scope;
import org.dargah.kernel.AgencyCode;
import org.dargah.ui.Vocabulary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may hold a right: a program, a body with all its programs, or a group of them. */
@Component
class Holders {

    private static final int PAGE = 500;

    private final Clients clients;
    private final Groups groups;
    private final Agencies agencies;
    private final Vocabulary vocabulary;

    Holders(Clients clients, Groups groups, Agencies agencies, Vocabulary vocabulary) {
        this.clients = clients;
        this.groups = groups;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    /**
     * @param agency that answers for it; for a group, the body that runs the program
     * @param mayAsk whether it was admitted for inquiries at all
     */
    record Holder(String id, String title, AgencyCode agency, boolean mayAsk) {}

    Holder find(String id, Locale locale) {
        return look(id, locale)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Holder> look(String id, Locale locale) {
        if (Group.isCode(id)) {
            return group(id);
        }
        return WholeBody.is(id) ? body(id, locale) : program(id);
    }

    /** What people read; the name itself of one that is no more. */
    String title(String id, Locale locale) {
        return look(id, locale).map(Holder::title).orElse(id);
    }

    private Optional<Holder> body(String name, Locale locale) {
        return agencies.all().stream()
                .filter(it -> WholeBody.of(it.code()).equals(name))
                .findFirst()
                .map(it -> body(it.code(), locale));
    }

    private Holder body(AgencyCode agency, Locale locale) {
        String title =
                vocabulary
                        .in(locale)
                        .t("inquiries.right.holder.body", agencies.title(agency, locale));
        return new Holder(WholeBody.of(agency), title, agency, true);
    }

    /** Whoever may be given rights together with others: programs, each body before its own. */
    List<Holder> members(Locale locale) {
        Map<AgencyCode, List<Holder>> programs = new LinkedHashMap<>();
        for (List<CurrentClient> page = clients.page("", PAGE);
                !page.isEmpty();
                page = clients.page(page.getLast().id(), PAGE)) {
            page.stream()
                    .map(Holders::program)
                    .filter(Holder::mayAsk)
                    .forEach(
                            it ->
                                    programs.computeIfAbsent(it.agency(), none -> new ArrayList<>())
                                            .add(it));
        }
        return programs.entrySet().stream()
                .flatMap(
                        its ->
                                Stream.concat(
                                        Stream.of(body(its.getKey(), locale)),
                                        its.getValue().stream()))
                .toList();
    }

    private Optional<Holder> group(String code) {
        AgencyCode operator = agencies.all(Agency.Kind.OPERATOR).getFirst().code();
        return groups.find(code).map(it -> new Holder(it.code(), it.title(), operator, true));
    }

    private Optional<Holder> program(String id) {
        return clients.find(id).map(Holders::program);
    }

    private static Holder program(CurrentClient it) {
        return new Holder(it.id(), it.title(), it.agency(), it.scopes().contains(Scope.INQUIRIES));
    }

    String office(Holder holder, Locale locale) {
        return agencies.title(holder.agency(), locale);
    }

    /** Where its page lies. */
    static String home(String id) {
        return (Group.isCode(id) ? "/work/groups/" : "/work/rights/") + id;
    }
}
