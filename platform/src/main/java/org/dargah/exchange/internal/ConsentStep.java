package org.dargah.exchange.internal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dargah.acts.Act;
import org.dargah.acts.Entry;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Consents;
import org.dargah.kernel.Province;
import tools.jackson.databind.json.JsonMapper;

/** What somebody does to a consent; each leaves evidence and an act. */
public sealed interface ConsentStep {

    Province province();

    Consent consent();

    Instant at();

    Entry by();

    /** The person consents. */
    record Given(
            Province province,
            Consent consent,
            Instant at,
            Entry by,
            Consent.Way how,
            String artefact)
            implements ConsentStep {

        /** Signed words are private too. */
        @Override
        public String toString() {
            return "Given[" + consent.id() + "]";
        }
    }

    /** The person does not. */
    record Refused(Province province, Consent consent, Instant at, Entry by)
            implements ConsentStep {}

    /** The person takes it back. */
    record Withdrawn(Province province, Consent consent, Instant at, Entry by)
            implements ConsentStep {}

    default Act act() {
        return switch (this) {
            case Given given -> Act.CONSENT_GIVEN;
            case Refused refused -> Act.CONSENT_REFUSED;
            case Withdrawn withdrawn -> Act.CONSENT_WITHDRAWN;
        };
    }

    static Entry about(Consent consent, Entry by) {
        return by.at(consent.agency())
                .about(consent.subject())
                .with("consent", consent.id().toString())
                .with("client", consent.client())
                .with("registry", consent.terms().registry())
                .with("fields", String.join(",", consent.terms().fields()));
    }

    /** In the order of the members' names and without spaces, so that it has one form. */
    static byte[] artefact(
            Province province,
            Consent consent,
            byte[] person,
            String basis,
            Instant at,
            Consent.Way how) {
        Map<String, Object> said = said(province, consent, person);
        said.put("version", "dargah.org/consent/v1");
        said.put("givenAt", at.toString());
        said.put("how", how.name().toLowerCase(Locale.ROOT));
        said.put("basis", basis);
        said.put("text", consent.text());
        return JsonMapper.shared().writeValueAsBytes(said);
    }

    /** The record in the log; of the text and the signed consent only their hashes. */
    static byte[] record(ConsentStep step, byte[] person) {
        Map<String, Object> said = said(step.province(), step.consent(), person);
        said.put("act", step.act().name());
        said.put("at", step.at().toString());
        said.put("actor", step.by().actor().toString());
        if (step instanceof Given given) {
            said.put("how", given.how().name().toLowerCase(Locale.ROOT));
            said.put("artefactSha256", Consents.fingerprint(given.artefact()));
        }
        return JsonMapper.shared().writeValueAsBytes(said);
    }

    private static Map<String, Object> said(Province province, Consent consent, byte[] person) {
        Consent.Terms terms = consent.terms();
        Map<String, Object> said = new TreeMap<>();
        said.put("consent", consent.id().toString());
        said.put("province", province.code());
        said.put("client", consent.client());
        said.put("agency", consent.agency().value());
        said.put("person", HexFormat.of().formatHex(person));
        said.put("registry", terms.registry());
        said.put("purpose", terms.purpose().code());
        said.put("manner", terms.manner().name().toLowerCase(Locale.ROOT));
        said.put("fields", terms.fields());
        said.put("until", terms.until().toString());
        said.put("once", terms.once());
        said.put("askedAt", consent.course().askedAt().toString());
        said.put("textSha256", Consents.fingerprint(consent.text()));
        return said;
    }
}
