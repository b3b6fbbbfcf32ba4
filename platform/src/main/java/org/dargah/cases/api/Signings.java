package org.dargah.cases.api;

import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CoSigning;
import org.dargah.cases.Signature;
import org.dargah.identity.Identity;
import org.springframework.stereotype.Component;

/** Who has signed a case, without telling who they are to anybody who does not know already. */
@Component
class Signings {

    private final CoSigning signing;
    private final Identity identity;

    Signings(CoSigning signing, Identity identity) {
        this.signing = signing;
        this.identity = identity;
    }

    List<CaseBrief.Signing> of(CaseFile file) {
        return signing.of(file).stream().map(this::masked).toList();
    }

    private CaseBrief.Signing masked(Signature signature) {
        return new CaseBrief.Signing(
                identity.person(signature.person()).orElseThrow().nationalId().masked(),
                signature.state().name().toLowerCase(Locale.ROOT),
                signature.answeredAt());
    }
}
