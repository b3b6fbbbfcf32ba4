package org.dargah.catalog;

import java.util.List;
import java.util.Optional;
import org.dargah.kernel.Rial;

/** What a service costs as its page says; {@link Rules#fee} computes what one applicant pays. */
public record Fees(Text note, List<Line> lines) {

    /**
     * @param amount empty when it depends on the answers; the note then says on what
     */
    public record Line(String code, Text text, Optional<Rial> amount) {}

    public Fees {
        lines = List.copyOf(lines);
    }

    public boolean areNone() {
        return lines.isEmpty();
    }

    /** The sum, unless a line depends on the answers. */
    public Optional<Rial> total() {
        Rial sum = Rial.ZERO;
        for (Line line : lines) {
            if (line.amount().isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(line.amount().get());
        }
        return Optional.of(sum);
    }
}
