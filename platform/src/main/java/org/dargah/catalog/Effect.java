package org.dargah.catalog;

import java.util.Map;
import java.util.Objects;

/**
 * What an approval brings about beyond its document, as a pack declares it. The catalogue knows its
 * shape only; what a kind means is known on a floor above.
 *
 * @param kind of {@link EffectKind}
 * @param with the question of the form that answers each argument, by the argument's name
 */
public record Effect(String kind, Map<String, String> with) {

    public Effect {
        with = Map.copyOf(with);
    }

    /** The question of the form that answers an argument. */
    public String question(String argument) {
        return Objects.requireNonNull(with.get(argument), argument);
    }
}
