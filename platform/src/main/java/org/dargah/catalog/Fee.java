package org.dargah.catalog;

import java.util.List;
import org.dargah.kernel.Rial;

/** What one applicant pays. */
public record Fee(List<Line> lines) {

    public record Line(String code, Text text, Rial amount) {}

    public Fee {
        lines = List.copyOf(lines);
    }

    public Rial total() {
        return lines.stream().map(Line::amount).reduce(Rial.ZERO, Rial::plus);
    }

    public boolean isFree() {
        return total().isZero();
    }
}
