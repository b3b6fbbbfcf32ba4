package org.dargah.cases;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.catalog.Effect;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentClient;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What approving a case would bring about, for services that have an effect. */
@Component
public final class Effects {

    /** The name under which a case keeps what its effect is about. */
    public static final String FACTS = "effect";

    private final ObjectProvider<EffectDoer> doers;
    private final Clock clock;

    Effects(ObjectProvider<EffectDoer> doers, Clock clock) {
        this.doers = doers;
        this.clock = clock;
    }

    /** With what the effect is about, proven and in words. */
    CaseFile begun(CurrentClient program, CaseFile file, Service service) {
        Effect effect = service.effect();
        return effect == null
                ? file
                : file.heard(
                        FACTS,
                        new Facts.Said(
                                true, doer(effect).facts(program, file, effect), clock.instant()));
    }

    /** Why an approval would bring about nothing as things stand; nothing for most services. */
    public List<FieldProblem> hindrances(CaseFile file, Service service) {
        Effect effect = service.effect();
        return effect == null ? List.of() : doer(effect).hindrances(file, effect);
    }

    /** What an approval would bring about; nothing for most services. */
    public List<Row> rows(CaseFile file, Service service, Words words) {
        Effect effect = service.effect();
        return effect == null ? List.of() : doer(effect).rows(file, effect, words);
    }

    /** Packs with an effect that nobody does are not published. */
    private EffectDoer doer(Effect effect) {
        Optional<EffectDoer> doer =
                doers.stream().filter(it -> it.kind().equals(effect.kind())).findFirst();
        return Objects.requireNonNull(doer.orElse(null), effect.kind());
    }
}
