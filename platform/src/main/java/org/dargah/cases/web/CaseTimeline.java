package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.acts.RecordedAct;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.cases.Visit;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.ui.Moment;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case's acts as a timeline: what, who, in which office, when. */
@Component
class CaseTimeline {

    private final Agencies agencies;
    private final Registries registries;

    CaseTimeline(Agencies agencies, Registries registries) {
        this.agencies = agencies;
        this.registries = registries;
    }

    /** Who reads: the applicant is called «شما» only before himself. */
    enum Reader {
        APPLICANT,
        OFFICIAL
    }

    /** What happened, newest first; the newest is where the case stands while it is open. */
    List<Moment> past(CaseFile file, List<RecordedAct> acts, Reader reader, Words words) {
        var moments = new ArrayList<Moment>();
        for (RecordedAct act : acts) {
            if (act.act().onTimeline()) {
                boolean now = moments.isEmpty() && !file.stage().isEnd();
                moments.add(moment(act, now ? Moment.Phase.NOW : Moment.Phase.DONE, reader, words));
            }
        }
        return moments;
    }

    private Moment moment(RecordedAct act, Moment.Phase phase, Reader reader, Words words) {
        return new Moment(
                phase,
                words.t(act.act().messageKey()),
                detail(act, words),
                who(act, reader, words),
                words.moment(act.at()),
                words.machineTime(act.at()));
    }

    /** Which registry was asked, or which conditions were cited. */
    private String detail(RecordedAct act, Words words) {
        Optional<Registry> registry =
                registries.find(act.entry().details().getOrDefault("registry", ""));
        if (registry.isPresent()) {
            return words.pick(registry.get().titleFa(), registry.get().titleEn());
        }
        String day = act.entry().details().getOrDefault("day", "");
        if (!day.isEmpty()) {
            String hours = act.entry().details().getOrDefault("hours", "");
            String date = words.longDate(LocalDate.parse(day));
            return hours.isEmpty()
                    ? date
                    : words.list(date, words.t(Visit.Hours.valueOf(hours).key()));
        }
        String until = act.entry().details().getOrDefault("until", "");
        if (!until.isEmpty()) {
            return words.t("cases.until", words.longDate(LocalDate.parse(until)));
        }
        String finding = act.entry().details().getOrDefault("finding", "");
        if (!finding.isEmpty()) {
            return words.t("cases.visit.finding." + finding);
        }
        String lapse = act.entry().details().getOrDefault("lapse", "");
        if (!lapse.isEmpty()) {
            return words.t("cases.timeline.lapse." + lapse);
        }
        String opinion = act.entry().details().getOrDefault("opinion", "");
        if (!opinion.isEmpty()) {
            return words.t("cases.opinion." + opinion);
        }
        String conditions = act.entry().details().getOrDefault("conditions", "");
        return conditions.isEmpty()
                ? ""
                : words.t(
                        "cases.timeline.conditions",
                        words.digits(words.list(conditions.split(",", -1))));
    }

    /** «کارشناس صدور پروانه، اتاق اصناف». */
    private String who(RecordedAct act, Reader reader, Words words) {
        Actor actor = act.entry().actor();
        String title =
                act.entry().isOwn()
                        ? words.t(reader == Reader.APPLICANT ? "cases.you" : "cases.applicant")
                        : words.digits(actor.title());
        String office =
                switch (actor.kind()) {
                    case CITIZEN -> words.t("cases.channel." + act.entry().channel().name());
                    case OFFICER -> appliesFor(act) ? "" : agency(act.entry().office(), words);
                    case SYSTEM, CLIENT -> agency(act.entry().office(), words);
                };
        return office.isEmpty() ? title : words.list(title, office);
    }

    /** An official who asks for something is not of the office that decides it. */
    private static boolean appliesFor(RecordedAct act) {
        return act.entry().purpose().equals(Applications.APPLYING);
    }

    String agency(@Nullable AgencyCode code, Words words) {
        return code == null
                ? ""
                : agencies.find(code).map(a -> title(a, words)).orElse(code.value());
    }

    private static String title(Agency agency, Words words) {
        return words.pick(agency.titleFa(), agency.titleEn());
    }

    /** What comes next, in order, each with the last day on which it may happen. */
    List<Moment> next(CaseFile file, boolean automatic, Words words) {
        var moments = new ArrayList<Moment>();
        String agency = agency(file.agency(), words);
        LocalDate due = java.util.Objects.requireNonNull(file.dueOn());
        moments.add(done(words.t("cases.receipt.done"), file, words));
        if (automatic) {
            moments.add(
                    coming(
                            now(file),
                            words.t("cases.receipt.rules", agency),
                            words.t("cases.receipt.rules.text"),
                            due,
                            words));
        } else {
            moments.add(
                    coming(
                            now(file),
                            words.t("cases.receipt.review", agency),
                            words.t("cases.receipt.review.text"),
                            due,
                            words));
            moments.add(
                    coming(
                            Moment.Phase.NEXT,
                            words.t("cases.receipt.decision"),
                            words.t("cases.receipt.decision.text"),
                            due,
                            words));
        }
        return moments;
    }

    private static Moment.Phase now(CaseFile file) {
        return file.stage().isEnd()
                ? Moment.Phase.DONE
                : file.stage() == Stage.DRAFT ? Moment.Phase.NEXT : Moment.Phase.NOW;
    }

    private static Moment done(String title, CaseFile file, Words words) {
        var at = java.util.Objects.requireNonNull(file.submittedAt());
        return new Moment(
                Moment.Phase.DONE, title, "", "", words.moment(at), words.machineTime(at));
    }

    private static Moment coming(
            Moment.Phase phase, String title, String text, LocalDate due, Words words) {
        return new Moment(
                phase,
                title,
                text,
                "",
                words.t("cases.until", words.longDate(due)),
                due.toString());
    }
}
