package org.dargah.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dargah.cases.Filed.Stop;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Drafts;
import org.dargah.cases.internal.Inquiries;
import org.dargah.cases.internal.Submissions;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.identity.Confirmation;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Identity;
import org.dargah.identity.Ownership;
import org.dargah.identity.Person;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes applications that a program brings whole, for people in front of a counter or in an app of
 * theirs. The person is confirmed as at sign-in; what the agency wants to know beyond that is asked
 * before only when the fee or the questions depend on it, else by the case's process.
 */
@Component
public final class Filing {

    /** Someone confirmed today need not be asked about again for the next application. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final CaseTable table;
    private final Identity identity;
    private final Inquiries inquiries;
    private final Drafts drafts;
    private final Submissions submissions;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Filing(
            CaseTable table,
            Identity identity,
            Inquiries inquiries,
            Drafts drafts,
            Submissions submissions,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.identity = identity;
        this.inquiries = inquiries;
        this.drafts = drafts;
        this.submissions = submissions;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a program brings.
     *
     * @param key chosen by the program: the same one again brings nothing new
     * @param answers by the names of the form's fields, dates ISO 8601
     */
    public record Application(
            String key,
            Service service,
            NationalId nationalId,
            LocalDate birthDate,
            Mobile mobile,
            Map<String, ? extends @Nullable Object> answers) {

        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "Application[" + key + " for " + service + "]";
        }
    }

    /** Repeating it with the same key gives the same case, in whatever state it is by now. */
    public Filed file(CurrentClient client, Application application) {
        var origin =
                new CaseTable.Origin(
                        "api:" + client.id() + ":" + application.key(),
                        client.id(),
                        hash(application));
        Optional<CaseTable.Sent> before = table.sent(client.province(), origin.key());
        if (before.isPresent()) {
            return again(client, application, origin, before.get());
        }
        if (!application.service().channels().contains(Channel.API)) {
            return new Filed.Stopped(Stop.NOT_BY_API);
        }
        return switch (person(client, application)) {
            case Who.Known(Person person) ->
                    take(applicant(client, person, application.mobile()), application, origin);
            case Who.Not(Stop stop) -> new Filed.Stopped(stop);
        };
    }

    /** Goes on where the first time broke off: an unpaid fee is asked for again. */
    private Filed again(
            CurrentClient client,
            Application application,
            CaseTable.Origin origin,
            CaseTable.Sent sent) {
        Person person = identity.person(sent.file().subject()).orElseThrow();
        if (!sent.hash().equals(origin.hash())
                || !person.nationalId().equals(application.nationalId())) {
            return new Filed.KeyTaken();
        }
        return new Filed.Taken(
                submissions.submit(
                        applicant(
                                client,
                                person,
                                Objects.requireNonNullElse(person.mobile(), application.mobile())),
                        sent.file()));
    }

    private Filed take(Applicant applicant, Application application, CaseTable.Origin origin) {
        Service service = application.service();
        CaseFile blank = drafts.blank(applicant, service);
        Facts facts = Facts.on(Tehran.today(clock));
        Form.Checked checked = service.form().check(application.answers(), facts);
        if (!checked.isGood()) {
            return new Filed.Taken(new Submission.Incomplete(blank, checked.problems()));
        }
        CaseFile file = blank.answeredAll(checked.values());
        if (service.asksFirst()) {
            file =
                    inquiries
                            .ask(
                                    file,
                                    service,
                                    applicant.nationalId(),
                                    applicant.actor(),
                                    applicant.channel())
                            .addTo(file);
            checked = service.form().check(application.answers(), file.facts(facts.today()));
            if (!checked.isGood()) {
                return new Filed.Taken(new Submission.Incomplete(blank, checked.problems()));
            }
            file = file.answeredAll(checked.values());
        }
        return keep(applicant, application, origin, file);
    }

    /** One that lost a race against the same key gives the answer of the one that won. */
    private Filed keep(
            Applicant applicant, Application application, CaseTable.Origin origin, CaseFile file) {
        Optional<Submission> kept =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> submissions.submitNew(applicant, file, origin)));
        if (kept.isPresent()) {
            return new Filed.Taken(submissions.invited(applicant, kept.get()));
        }
        return table.sent(file.province(), origin.key())
                .<Filed>map(
                        sent ->
                                sent.hash().equals(origin.hash())
                                                && sent.file().subject().equals(file.subject())
                                        ? new Filed.Taken(
                                                submissions.submit(applicant, sent.file()))
                                        : new Filed.KeyTaken())
                .orElseGet(
                        // The tracking code was taken, one time in many millions: draw another.
                        () -> take(applicant, application, origin));
    }

    /** Who the application is for, or why it is not taken. */
    private sealed interface Who {
        record Known(Person person) implements Who {}

        record Not(Stop stop) implements Who {}
    }

    private Who person(CurrentClient client, Application application) {
        var caller =
                new Caller(
                        client.agency(),
                        client.actor(),
                        Channel.API,
                        Applications.APPLYING,
                        null,
                        null);
        Confirmation confirmation =
                identity.confirm(application.nationalId(), application.birthDate(), caller, FRESH);
        return switch (confirmation) {
            case Confirmation.Confirmed(Person person) ->
                    application.mobile().equals(person.mobile())
                            ? new Who.Known(person)
                            : reachable(person, application.mobile(), caller);
            case Confirmation.Unknown unknown -> new Who.Not(Stop.UNKNOWN_PERSON);
            case Confirmation.BirthDateDiffers differs -> new Who.Not(Stop.BIRTH_DATE_DIFFERS);
            case Confirmation.Deceased deceased -> new Who.Not(Stop.DECEASED);
            case Confirmation.Unreachable silent -> new Who.Not(Stop.REGISTRY_SILENT);
        };
    }

    private Who reachable(Person person, Mobile mobile, Caller caller) {
        return switch (identity.confirmMobile(person, mobile, caller)) {
            case Ownership.Theirs theirs -> new Who.Known(person);
            case Ownership.NotTheirs others -> new Who.Not(Stop.MOBILE_NOT_THEIRS);
            case Ownership.Unreachable silent -> new Who.Not(Stop.REGISTRY_SILENT);
        };
    }

    private static Applicant applicant(CurrentClient client, Person person, Mobile mobile) {
        return new Applicant(
                client.province(),
                person.id(),
                person.nationalId(),
                person.name(),
                mobile,
                client.actor(),
                Channel.API);
    }

    /** Of nothing that the row does not hold in plain anyway; who it is for is compared apart. */
    private String hash(Application application) {
        String content =
                application.service().code()
                        + "\n"
                        + json.writeValueAsString(new TreeMap<>(application.answers()));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
