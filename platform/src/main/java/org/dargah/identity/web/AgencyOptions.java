package org.dargah.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.ui.Option;
import org.dargah.ui.Vocabulary;
import org.springframework.stereotype.Component;

/** The bodies of the province for an administrator to choose from. */
@Component
class AgencyOptions {

    private final Agencies agencies;
    private final Vocabulary vocabulary;

    AgencyOptions(Agencies agencies, Vocabulary vocabulary) {
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    /** The first one says that nothing is chosen yet. */
    List<Option> in(Locale locale) {
        Option none = new Option("", vocabulary.in(locale).t("identity.officers.choose"));
        return Stream.concat(
                        Stream.of(none),
                        agencies.all().stream()
                                .map(one -> new Option(one.code().value(), one.title(locale))))
                .toList();
    }

    /** What was chosen; what somebody made up is nothing. */
    Optional<Agency> chosen(String code) {
        return agencies.all().stream().filter(one -> one.code().value().equals(code)).findFirst();
    }
}
