package org.dargah.access.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.catalog.Effect;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Text;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.exchange.Rights;
import org.dargah.identity.Clients;
import org.dargah.identity.Scope;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** Why a right that is asked for could not be granted today, each at the answer to blame. */
@Component
class Hindrances {

    private final Clients clients;
    private final Registries registries;
    private final Rights rights;
    private final RightWords telling;
    private final Words persian;
    private final Words english;
    private final Clock clock;

    Hindrances(
            Clients clients,
            Registries registries,
            Rights rights,
            RightWords telling,
            Vocabulary vocabulary,
            Clock clock) {
        this.clients = clients;
        this.registries = registries;
        this.rights = rights;
        this.telling = telling;
        this.persian = vocabulary.in(Words.PERSIAN);
        this.english = vocabulary.in(Words.ENGLISH);
        this.clock = clock;
    }

    List<FieldProblem> of(Reading asked, Effect effect) {
        var found = new ArrayList<FieldProblem>();
        if (!mayAsk(asked.program())) {
            found.add(problem(effect, "registry", "access.hindered.program"));
        }
        Optional<Registry> registry = registries.find(asked.registry());
        if (registry.isEmpty()) {
            found.add(problem(effect, "registry", "access.hindered.registry", known()));
        } else {
            offer(asked, effect, found);
        }
        if (asked.until().filter(day -> !day.isBefore(Tehran.today(clock))).isEmpty()) {
            found.add(problem(effect, "until", "access.hindered.until"));
        }
        if (found.isEmpty() && asked.wanted().isEmpty()) {
            found.add(problem(effect, "perDay", "access.hindered.volume"));
        }
        return found;
    }

    boolean mayAsk(String program) {
        return clients.find(program)
                .filter(it -> it.scopes().contains(Scope.INQUIRIES))
                .isPresent();
    }

    private String known() {
        return String.join(", ", registries.all().stream().map(Registry::code).toList());
    }

    private void offer(Reading asked, Effect effect, List<FieldProblem> found) {
        Map<String, List<String>> offered = rights.offered(asked.registry());
        List<String> fields = offered.get(asked.purpose());
        if (fields == null) {
            String all = String.join(", ", offered.keySet().stream().sorted().toList());
            found.add(problem(effect, "purpose", "access.hindered.purpose", all));
            return;
        }
        if (asked.fields().isEmpty() || !fields.containsAll(asked.fields())) {
            String all = String.join(", ", fields);
            found.add(problem(effect, "fields", "access.hindered.fields", all));
        } else if (asked.manner() == Manner.RECORD && !isWhole(asked)) {
            found.add(problem(effect, "fields", "access.hindered.record"));
        }
        if (held(asked).filter(right -> !telling.isOver(right)).isPresent()) {
            found.add(problem(effect, "purpose", "access.hindered.held"));
        }
    }

    /** A message shows all that its endpoint answers, so of none may a part be asked for. */
    private boolean isWhole(Reading asked) {
        return registries.endpoints(asked.registry()).stream()
                .map(Registries.Endpoint::fields)
                .allMatch(
                        answered ->
                                asked.fields().containsAll(answered)
                                        || answered.stream().noneMatch(asked.fields()::contains));
    }

    /** The program's own right to the same registry for the same purpose, its time over or not. */
    Optional<AccessRight> held(Reading asked) {
        return rights.ofClient(asked.program()).stream()
                .filter(right -> right.registry().equals(asked.registry()))
                .filter(right -> right.purpose().code().equals(asked.purpose()))
                .findFirst();
    }

    private FieldProblem problem(Effect effect, String argument, String key, String... values) {
        return new FieldProblem(
                effect.question(argument),
                new Text(persian.t(key, (Object[]) values), english.t(key, (Object[]) values)));
    }
}
