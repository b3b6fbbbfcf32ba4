package org.dargah.access.internal;

import java.time.Clock;
import java.util.Optional;
import org.dargah.access.Outcome.Why;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Desk;
import org.dargah.cases.EffectApproved;
import org.dargah.cases.Stage;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Effect;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Rights;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.Actor;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Grants the right that an approved case is about, in the name of the officer who decided. Told
 * twice, it grants once; what cannot be granted is kept and told, never forgotten.
 */
@Component
public class Grants {

    private final Cases cases;
    private final Catalog catalog;
    private final Rights rights;
    private final RightWords telling;
    private final Hindrances hindrances;
    private final OutcomeTable table;
    private final Acts acts;
    private final Clock clock;

    Grants(
            Cases cases,
            Catalog catalog,
            Rights rights,
            RightWords telling,
            Hindrances hindrances,
            OutcomeTable table,
            Acts acts,
            Clock clock) {
        this.cases = cases;
        this.catalog = catalog;
        this.rights = rights;
        this.telling = telling;
        this.hindrances = hindrances;
        this.table = table;
        this.acts = acts;
        this.clock = clock;
    }

    /** The event only calls: whether it is so is read from the case. */
    @ApplicationModuleListener
    void on(EffectApproved approved) {
        cases.find(approved.province(), approved.caseId())
                .filter(file -> file.stage() == Stage.APPROVED)
                .ifPresent(file -> effect(file).ifPresent(effect -> heard(file, effect)));
    }

    private Optional<Effect> effect(CaseFile file) {
        Effect effect = catalog.version(file.version()).orElseThrow().effect();
        return Optional.ofNullable(effect).filter(it -> it.kind().equals(RightKind.NAME));
    }

    private void heard(CaseFile file, Effect effect) {
        var asked = new Reading(file, effect);
        if (table.begin(
                file, asked.program(), asked.registry(), asked.purpose(), clock.instant())) {
            decision(file)
                    .ifPresentOrElse(
                            by -> end(file, grant(asked, by), by),
                            () -> end(file, new Failed(Why.UNSOUND), byHouse(file)));
        }
    }

    /** In the name of the officer who approved it: their act, for their agency. */
    private Optional<Entry> decision(CaseFile file) {
        return acts.ofCase(file.province(), file.id()).stream()
                .filter(act -> act.act() == Act.CASE_APPROVED)
                .map(RecordedAct::entry)
                .filter(entry -> entry.actor().kind() == Actor.Kind.OFFICER)
                .findFirst()
                .map(
                        entry ->
                                Entry.by(
                                                file.province(),
                                                entry.actor(),
                                                entry.channel(),
                                                entry.purpose())
                                        .at(entry.office()));
    }

    private static Entry byHouse(CaseFile file) {
        return Entry.by(
                file.province(),
                Actor.system("access", "سامانهٔ خودکار درگاه"),
                Channel.SYSTEM,
                Desk.DECIDING);
    }

    /** What came of one try. */
    private sealed interface Try {}

    private record Given(AccessRight right) implements Try {}

    private record Failed(Why why) implements Try {}

    private Try grant(Reading asked, Entry by) {
        if (!hindrances.mayAsk(asked.program())) {
            return new Failed(Why.CLOSED);
        }
        Optional<Rights.Wanted> wanted = asked.wanted();
        if (wanted.isEmpty()) {
            return new Failed(Why.UNSOUND);
        }
        Entry noted = noted(by, asked);
        hindrances
                .held(asked)
                .filter(telling::isOver)
                .ifPresent(old -> rights.revoke(old.id(), noted));
        return switch (rights.grant(wanted.get(), noted)) {
            case Rights.Grant.Granted(AccessRight right) -> new Given(right);
            case Rights.Grant.Held held -> new Failed(Why.HELD);
            case Rights.Grant.NotOffered none -> new Failed(Why.NOT_OFFERED);
        };
    }

    /** The number of the document is the tracking code of its case. */
    private static Entry noted(Entry by, Reading asked) {
        return by.in(asked.caseId()).with("permit", asked.permit());
    }

    private void end(CaseFile file, Try come, Entry by) {
        switch (come) {
            case Given(AccessRight right) -> table.end(file, right.id(), null, clock.instant());
            case Failed(Why why) -> {
                table.end(file, null, why, clock.instant());
                var asked = effect(file).map(effect -> new Reading(file, effect)).orElseThrow();
                acts.record(
                        Act.ACCESS_RIGHT_NOT_GRANTED,
                        noted(by, asked)
                                .with("client", asked.program())
                                .with("registry", asked.registry())
                                .with("purpose", asked.purpose())
                                .with("why", why.code()));
            }
        }
    }

    /** Tries once more what could not be granted; the caller holds the outcome's row. */
    public void again(Province province, CaseId id, Entry by) {
        CaseFile file = cases.find(province, id).orElseThrow();
        var asked = new Reading(file, effect(file).orElseThrow());
        boolean reviewed = decision(file).isPresent();
        end(file, reviewed ? grant(asked, by) : new Failed(Why.UNSOUND), by);
    }
}
