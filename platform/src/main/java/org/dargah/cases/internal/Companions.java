package org.dargah.cases.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.cases.Applicant;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.CoApplicants;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Text;
import org.dargah.identity.Confirmation;
import org.dargah.identity.Identity;
import org.dargah.identity.Ownership;
import org.dargah.identity.Person;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Who asks together with the applicant: each row of the table becomes a person whom the civil
 * registry confirms and whose mobile is their own, as if they had signed in.
 */
@Component
class Companions {

    private static final Duration FRESH = Duration.ofDays(1);

    private final Identity identity;
    private final Words fa;
    private final Words en;

    Companions(Identity identity, Vocabulary vocabulary) {
        this.identity = identity;
        this.fa = vocabulary.in(Words.PERSIAN);
        this.en = vocabulary.in(java.util.Locale.ENGLISH);
    }

    /** Somebody who was named, and where the invitation goes. */
    record Companion(Person person, Mobile mobile) {}

    /** Either all of them, or what is wrong with the rows. */
    record Named(List<Companion> people, List<FieldProblem> problems) {}

    /** Asks registries, so no transaction is held. */
    Named named(Applicant applicant, CaseFile file, CoApplicants declared) {
        var people = new ArrayList<Companion>();
        var wrong = new ArrayList<Text>();
        Set<PersonId> seen = new HashSet<>(Set.of(applicant.id()));
        int number = 0;
        for (Map<?, ?> row : rows(file, declared)) {
            number++;
            switch (companion(applicant, file, declared, row)) {
                case Found(Companion companion) -> {
                    if (companion.person().id().equals(applicant.id())) {
                        wrong.add(sentence("self", number));
                    } else if (!seen.add(companion.person().id())) {
                        wrong.add(sentence("twice", number));
                    } else {
                        people.add(companion);
                    }
                }
                case Wrong(String how) -> wrong.add(sentence(how, number));
            }
        }
        return new Named(
                people,
                wrong.stream()
                        .limit(1)
                        .map(text -> new FieldProblem(declared.question(), text))
                        .toList());
    }

    private static List<Map<?, ?>> rows(CaseFile file, CoApplicants declared) {
        var rows = new ArrayList<Map<?, ?>>();
        if (file.answers().get(declared.question()) instanceof List<?> list) {
            for (Object row : list) {
                if (row instanceof Map<?, ?> columns) {
                    rows.add(columns);
                }
            }
        }
        return rows;
    }

    private sealed interface Row permits Found, Wrong {}

    private record Found(Companion companion) implements Row {}

    private record Wrong(String how) implements Row {}

    private Row companion(
            Applicant applicant, CaseFile file, CoApplicants declared, Map<?, ?> row) {
        var caller =
                new Caller(
                        file.agency(),
                        applicant.actor(),
                        applicant.channel(),
                        Applications.APPLYING,
                        file.id(),
                        null);
        NationalId nationalId =
                NationalId.parse(String.valueOf(row.get(declared.nationalId()))).orElseThrow();
        LocalDate birthDate = LocalDate.parse(String.valueOf(row.get(declared.birthDate())));
        Mobile mobile = Mobile.parse(String.valueOf(row.get(declared.mobile()))).orElseThrow();
        return switch (identity.confirm(nationalId, birthDate, caller, FRESH)) {
            case Confirmation.Confirmed(Person person) -> reachable(person, mobile, caller);
            case Confirmation.Unknown unknown -> new Wrong("unknown");
            case Confirmation.BirthDateDiffers differs -> new Wrong("unknown");
            case Confirmation.Deceased deceased -> new Wrong("unknown");
            case Confirmation.Unreachable silent -> new Wrong("silent");
        };
    }

    private Row reachable(Person person, Mobile mobile, Caller caller) {
        if (mobile.equals(person.mobile())) {
            return new Found(new Companion(person, mobile));
        }
        return switch (identity.confirmMobile(person, mobile, caller)) {
            case Ownership.Theirs theirs -> new Found(new Companion(person, mobile));
            case Ownership.NotTheirs others -> new Wrong("mobile");
            case Ownership.Unreachable silent -> new Wrong("silent");
        };
    }

    private Text sentence(String how, int row) {
        String key = "cases.companion." + how;
        return new Text(fa.t(key, row), en.t(key, row));
    }
}
