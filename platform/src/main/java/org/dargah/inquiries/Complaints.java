package org.dargah.inquiries;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.inquiries.internal.ComplaintTable;
import org.dargah.kernel.Channel;
import org.dargah.kernel.ComplaintId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.dargah.messages.Messages;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Complaints of people who do not know why their data was used, and their answers. */
@Component
public final class Complaints {

    /** As much as a person or an officer may write. */
    public static final int LONGEST = 2_000;

    /** So many working days the officer has. */
    private static final int TERM = 10;

    private static final Purpose PURPOSE = new Purpose("data-protection");

    private final ComplaintTable table;
    private final Acts acts;
    private final Identity identity;
    private final Messages messages;
    private final WorkingCalendar calendar;
    private final Words persian;
    private final String home;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Complaints(
            ComplaintTable table,
            Acts acts,
            Identity identity,
            Messages messages,
            WorkingCalendar calendar,
            Vocabulary vocabulary,
            @Value("${dargah.address}") String home,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.acts = acts;
        this.identity = identity;
        this.messages = messages;
        this.calendar = calendar;
        this.persian = vocabulary.in(Words.PERSIAN);
        this.home = home;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The last day on which it is answered in time. */
    public LocalDate dueOn(Complaint complaint) {
        return calendar.plusWorkingDays(Tehran.dateOf(complaint.madeAt()), TERM);
    }

    /** Working days that are left; 0 on the last, below that when it is late. */
    public int daysLeft(Complaint complaint) {
        LocalDate today = Tehran.today(clock);
        int left = calendar.workingDaysBetween(today, dueOn(complaint));
        return left == 0 && dueOn(complaint).isBefore(today) ? -1 : left;
    }

    /** Complains of one's own usage; however often it is sent, it is one complaint. */
    public void make(CurrentPerson person, Usage usage, String words) {
        var complaint =
                new Complaint(
                        ComplaintId.next(clock),
                        person.id(),
                        usage.id(),
                        words,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null);
        Entry entry =
                Entry.by(person.province(), person.actor(), Channel.PORTAL, PURPOSE)
                        .about(person.id())
                        .with("complaint", complaint.id().toString())
                        .with("look", usage.id().toString());
        transaction.executeWithoutResult(
                status -> {
                    if (table.insert(person.province(), complaint)) {
                        acts.record(Act.COMPLAINT_MADE, entry);
                    }
                });
    }

    public Optional<Complaint> about(Province province, PersonId person, UUID usage) {
        return table.about(province, person, usage);
    }

    public Optional<Complaint> find(Province province, ComplaintId id) {
        return table.find(province, id);
    }

    /** Those without an answer, the oldest first. */
    public List<Complaint> waiting(Province province, int limit) {
        return table.waiting(province, limit);
    }

    /** Those with one, the newest first, before the given one. */
    public List<Complaint> answered(Province province, @Nullable ComplaintId before, int limit) {
        return table.answered(province, before, limit);
    }

    public int countWaiting(Province province) {
        return table.count(province, false);
    }

    public int countAnswered(Province province) {
        return table.count(province, true);
    }

    /** False if somebody answered before: the first answer stays. */
    public boolean answer(Complaint complaint, String text, CurrentOfficer officer) {
        Entry entry =
                Entry.by(officer.province(), officer.actor(), Channel.PORTAL, PURPOSE)
                        .at(officer.agency())
                        .about(complaint.person())
                        .with("complaint", complaint.id().toString());
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            boolean first =
                                    table.answer(
                                            officer.province(),
                                            complaint.id(),
                                            text,
                                            officer.title(),
                                            clock.instant());
                            if (first) {
                                acts.record(Act.COMPLAINT_ANSWERED, entry);
                                tell(officer.province(), complaint);
                            }
                            return first;
                        }));
    }

    /** In the transaction that keeps the answer. */
    private void tell(Province province, Complaint complaint) {
        identity.person(complaint.person())
                .map(Person::mobile)
                .ifPresent(
                        mobile ->
                                messages.sms(
                                        province,
                                        mobile,
                                        persian.t("inquiries.complaint.sms")
                                                + " "
                                                + home
                                                + UsageWords.PAGE
                                                + complaint.usage(),
                                        null));
    }
}
