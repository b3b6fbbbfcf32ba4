package org.dargah.identity.web;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Locale;
import org.dargah.identity.ClientCertificate;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.ProofFault;
import org.dargah.ui.Cell;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** How keys and certificates are told on pages. */
@Component
final class ProofFacts {

    /** Enough to tell a program's few apart; the whole stands on the page of each. */
    private static final int SHORT = 16;

    String kind(PublicKey key) {
        return key instanceof RSAPublicKey rsa ? "RSA " + rsa.getModulus().bitLength() : "EC P-256";
    }

    Cell state(ClientCertificate certificate, Instant now, Words words) {
        ClientCertificate.State state = certificate.state(now);
        Tone tone =
                switch (state) {
                    case VALID -> Tone.OK;
                    case EXPIRED -> Tone.PLAIN;
                    case REVOKED -> Tone.ERR;
                };
        return Cell.tag(state(state, words), tone);
    }

    static String state(ClientCertificate.State state, Words words) {
        return words.t("identity.client.certificate." + state.name().toLowerCase(Locale.ROOT));
    }

    static Cell link(CurrentClient client, String kind, String fingerprint) {
        return Cell.code(
                fingerprint.substring(0, SHORT),
                "/work/clients/" + client.id() + "/" + kind + "/" + fingerprint);
    }

    /** The key of the sentence that stands at the field. */
    static String sentence(String field, ProofFault why) {
        return "identity.client.error."
                + field
                + "."
                + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
