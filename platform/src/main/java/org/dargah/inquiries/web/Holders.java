package org.dargah.inquiries.web;

import java.util.Locale;
import java.util.Optional;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.exchange.Group;
import org.dargah.exchange.Groups;
import org.dargah.identity.Clients;
import org.dargah.identity.Scope;
import org.dargah.kernel.AgencyCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may hold a right: a program, or a group of programs. */
@Component
class Holders {

    private final Clients clients;
    private final Groups groups;
    private final Agencies agencies;

    Holders(Clients clients, Groups groups, Agencies agencies) {
        this.clients = clients;
        this.groups = groups;
        this.agencies = agencies;
    }

    /**
     * @param agency that answers for it; for a group, the body that runs the program
     * @param mayAsk whether it was admitted for inquiries at all
     */
    record Holder(String id, String title, AgencyCode agency, boolean mayAsk) {}

    Holder find(String id) {
        Optional<Holder> found = Group.isCode(id) ? group(id) : program(id);
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Holder> group(String code) {
        AgencyCode operator = agencies.all(Agency.Kind.OPERATOR).getFirst().code();
        return groups.find(code).map(it -> new Holder(it.code(), it.title(), operator, true));
    }

    private Optional<Holder> program(String id) {
        return clients.find(id)
                .map(
                        it ->
                                new Holder(
                                        it.id(),
                                        it.title(),
                                        it.agency(),
                                        it.scopes().contains(Scope.INQUIRIES)));
    }

    String office(Holder holder, Locale locale) {
        return agencies.title(holder.agency(), locale);
    }

    /** Where its page lies. */
    static String home(String id) {
        return (Group.isCode(id) ? "/work/groups/" : "/work/rights/") + id;
    }
}
