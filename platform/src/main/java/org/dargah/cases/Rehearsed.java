package org.dargah.cases;

import java.time.Duration;
import java.util.List;
import org.dargah.catalog.Example;

/**
 * What came of one example.
 *
 * @param differences the promises that do not hold
 * @param trouble why the process could not be walked; empty for most
 * @param took as a clock on the wall shows it
 */
public record Rehearsed(
        Example example,
        Example.Got got,
        List<Example.Difference> differences,
        String trouble,
        Duration took) {

    public Rehearsed {
        differences = List.copyOf(differences);
    }

    public boolean isGood() {
        return differences.isEmpty() && trouble.isEmpty();
    }
}
