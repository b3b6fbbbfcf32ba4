package org.dargah.identity.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dargah.agencies.Agencies;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Invitation;
import org.dargah.identity.Role;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** What an account is, as rows of a summary. */
@Component
class AccountFacts {

    private final Agencies agencies;
    private final Vocabulary vocabulary;

    AccountFacts(Agencies agencies, Vocabulary vocabulary) {
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    List<Row> of(Invitation invitation, Locale locale) {
        Words words = vocabulary.in(locale);
        return List.of(
                new Row(
                        words.t("identity.office.agency"),
                        agencies.title(invitation.agency(), locale)),
                new Row(words.t("identity.office.title"), invitation.title()),
                new Row(words.t("identity.office.roles"), roles(invitation.roles(), words)));
    }

    List<Row> of(CurrentOfficer officer, Locale locale) {
        Words words = vocabulary.in(locale);
        return List.of(
                new Row(words.t("identity.office.name"), officer.name()),
                new Row(words.t("identity.office.username"), officer.username()),
                new Row(
                        words.t("identity.office.agency"),
                        agencies.title(officer.agency(), locale)),
                new Row(words.t("identity.office.title"), officer.title()),
                new Row(words.t("identity.office.roles"), roles(officer.roles(), words)));
    }

    static String roles(Collection<Role> roles, Words words) {
        return words.list(
                roles.stream()
                        .sorted()
                        .map(role -> words.t("identity.role." + role.code()))
                        .toList());
    }
}
