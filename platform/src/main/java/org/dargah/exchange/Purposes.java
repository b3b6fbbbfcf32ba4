package org.dargah.exchange;

import java.util.Optional;
import org.dargah.exchange.internal.Declarations;
import org.dargah.kernel.Purpose;
import org.springframework.stereotype.Component;

/** The register of purposes: every reason for which a registry may be asked. */
@Component
public final class Purposes {

    private final Declarations declarations;

    public Purposes(Declarations declarations) {
        this.declarations = declarations;
    }

    public Optional<PurposeText> find(Purpose purpose) {
        return declarations.purpose(purpose);
    }
}
