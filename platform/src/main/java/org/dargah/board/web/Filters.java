package org.dargah.board.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.board.Month;
import org.dargah.board.Scope;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The choices above a board, and in words what was chosen. */
@Component
class Filters {

    private final Agencies agencies;
    private final Catalog catalog;
    private final Gate gate;
    private final Clock clock;

    Filters(Agencies agencies, Catalog catalog, Gate gate, Clock clock) {
        this.agencies = agencies;
        this.catalog = catalog;
        this.gate = gate;
        this.clock = clock;
    }

    List<Field> fields(Asked asked, CurrentOfficer officer, Words words) {
        var fields = new ArrayList<>(periodAndAgency(asked, officer, words));
        Scope scope = asked.scope();
        if (scope.agency() != null && !offices(scope.agency()).isEmpty()) {
            fields.add(
                    Field.select("office", words.t("board.office"), offices(scope, words))
                            .value(text(scope.office())));
        }
        fields.add(
                Field.select("service", words.t("board.service"), services(scope, words))
                        .value(text(scope.service())));
        return List.copyOf(fields);
    }

    List<Field> periodAndAgency(Asked asked, CurrentOfficer officer, Words words) {
        var fields = new ArrayList<Field>();
        fields.add(
                Field.select("period", words.t("board.period"), months(asked, words))
                        .value(asked.month() == null ? "" : asked.month().code()));
        if (gate.seesWholeProvince(officer)) {
            fields.add(
                    Field.select("agency", words.t("board.agency"), givers(asked.scope(), words))
                            .value(text(asked.scope().agency())));
        }
        return fields;
    }

    private static String text(@Nullable Object code) {
        return code == null ? "" : code.toString();
    }

    private List<Option> months(Asked asked, Words words) {
        Month now = Month.of(Tehran.today(clock));
        var months =
                new ArrayList<>(
                        IntStream.range(0, Asked.MONTHS).mapToObj(i -> now.plus(-i)).toList());
        if (asked.month() != null && !months.contains(asked.month())) {
            months.add(asked.month());
        }
        var options = new ArrayList<Option>();
        options.add(new Option("", words.t("board.period.year")));
        months.forEach(m -> options.add(new Option(m.code(), m.title(words.locale()))));
        return options;
    }

    /** The agencies that give services; a chosen one stands there even when it gives none. */
    private List<Option> givers(Scope scope, Words words) {
        var codes =
                new ArrayList<>(
                        catalog.all().stream().map(Service::agency).distinct().sorted().toList());
        if (scope.agency() != null && !codes.contains(scope.agency())) {
            codes.add(scope.agency());
        }
        return withAll("board.agency.all", codes, words);
    }

    private List<Option> offices(Scope scope, Words words) {
        return withAll(
                "board.office.all",
                offices(java.util.Objects.requireNonNull(scope.agency())),
                words);
    }

    private List<AgencyCode> offices(AgencyCode agency) {
        return agencies.all(Agency.Kind.OFFICE).stream()
                .filter(office -> agency.equals(office.parent()))
                .map(Agency::code)
                .toList();
    }

    private List<Option> withAll(String all, List<AgencyCode> codes, Words words) {
        var options = new ArrayList<Option>();
        options.add(new Option("", words.t(all)));
        codes.forEach(code -> options.add(new Option(code.value(), title(code, words))));
        return options;
    }

    private List<Option> services(Scope scope, Words words) {
        var options = new ArrayList<Option>();
        options.add(new Option("", words.t("board.service.all")));
        catalog.all().stream()
                .filter(known -> scope.agency() == null || known.agency().equals(scope.agency()))
                .forEach(
                        known ->
                                options.add(
                                        new Option(
                                                known.code().value(), title(known.code(), words))));
        return options;
    }

    String title(AgencyCode body, Words words) {
        return agencies.title(body, words.locale());
    }

    /** The code itself for a service that is no longer offered. */
    String title(ServiceCode code, Words words) {
        return catalog.find(code)
                .map(service -> words.pick(service.title().fa(), service.title().en()))
                .orElse(code.value());
    }

    /** «اتاق اصناف شهرستان کرمان · صدور پروانهٔ کسب · آذر ۱۴۰۵». */
    String inWords(Asked asked, Words words) {
        Scope scope = asked.scope();
        var parts = new ArrayList<String>();
        AgencyCode body = scope.office() == null ? scope.agency() : scope.office();
        parts.add(body == null ? words.t("board.agency.all") : title(body, words));
        if (scope.service() != null) {
            parts.add(title(scope.service(), words));
        }
        parts.add(
                asked.month() == null
                        ? words.t("board.period.year")
                        : asked.month().title(words.locale()));
        return String.join(" · ", parts);
    }
}
