package org.dargah.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;

/**
 * A kind of effect that a programme of the house can bring about. Each is a bean of the module that
 * does it, so that packs are held against what there really is.
 *
 * @param arguments all of them are needed
 * @param tells the words that it adds to the case, for documents: {@code effect.<name>}
 * @param channels by which alone a service with this effect may be asked for
 * @param givers whose packs may have it; agencies write packs, so this is never everybody
 */
public record EffectKind(
        String name,
        List<Argument> arguments,
        Set<String> tells,
        Set<Channel> channels,
        Predicate<AgencyCode> givers) {

    /**
     * Something that the effect needs to be told.
     *
     * @param kind of the question that answers it
     * @param values that a choice may have; none for other kinds
     */
    public record Argument(String name, FieldKind kind, Set<String> values) {

        public Argument {
            values = Set.copyOf(values);
        }

        public Argument(String name, FieldKind kind) {
            this(name, kind, Set.of());
        }
    }

    public EffectKind {
        arguments = List.copyOf(arguments);
        tells = Set.copyOf(tells);
        channels = Set.copyOf(channels);
    }

    public Optional<Argument> argument(String wanted) {
        return arguments.stream().filter(it -> it.name().equals(wanted)).findFirst();
    }
}
