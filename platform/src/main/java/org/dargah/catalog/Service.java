package org.dargah.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * What an agency gives, as one version of its pack declares it («شناسنامهٔ خدمت»).
 *
 * @param number 1 for the first version of the service, then 2, 3, …
 * @param sample true while amounts, deadlines and conditions are not confirmed by the agency
 * @param card its registered facts
 * @param terms its times
 * @param coApplicants who asks together with the applicant; null for most services
 * @param renewal which documents it gives anew; null for most services
 * @param effect what an approval brings about beyond its document; null for most services
 * @param eligibility DMN; each condition names its decision
 * @param feeRules DMN; its decision {@code fees} lists code and amount
 * @param inspection the visit that its process asks for; null for most services
 * @param opinions what other agencies are asked in its process
 * @param laterFees what is paid in its process
 * @param legalReasons questions that are asked although a registry tells the answer, and the law
 *     that wants it so
 */
public record Service(
        AgencyCode agency,
        ServiceCode code,
        VersionId version,
        int number,
        Instant publishedAt,
        boolean sample,
        Text title,
        Text summary,
        Text gives,
        IdentityCard card,
        Terms terms,
        Decision decision,
        Set<Channel> channels,
        SearchWords search,
        List<Condition> conditions,
        List<Ask> asks,
        List<Text> notNeeded,
        Fees fees,
        List<Output> outputs,
        @Nullable CoApplicants coApplicants,
        @Nullable Renewal renewal,
        @Nullable Effect effect,
        Form form,
        ServiceProcess process,
        String eligibility,
        String feeRules,
        @Nullable Inspection inspection,
        List<Opinion> opinions,
        List<LaterFee> laterFees,
        Map<String, Text> legalReasons) {

    /** People's own words for the service, and groups of words that mean the same. */
    public record SearchWords(List<String> words, List<List<String>> synonyms) {
        public SearchWords {
            words = List.copyOf(words);
            synonyms = synonyms.stream().map(List::copyOf).toList();
        }
    }

    public Service {
        channels = Set.copyOf(channels);
        conditions = List.copyOf(conditions);
        asks = List.copyOf(asks);
        notNeeded = List.copyOf(notNeeded);
        outputs = List.copyOf(outputs);
        opinions = List.copyOf(opinions);
        laterFees = List.copyOf(laterFees);
        legalReasons = Map.copyOf(legalReasons);
    }

    /** The statutory time. */
    public int workingDays() {
        return terms.workingDays();
    }

    public LifeEvent lifeEvent() {
        return card.lifeEvent();
    }

    public boolean decidesItself() {
        return decision == Decision.AUTOMATIC;
    }

    public Optional<Condition> condition(int wanted) {
        return conditions.stream().filter(c -> c.number() == wanted).findFirst();
    }

    public Optional<Ask> ask(String name) {
        return asks.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    public Optional<Opinion> opinion(String name) {
        return opinions.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /** The fee that the task {@code payment-<name>} asks for. */
    public Optional<LaterFee> laterFee(String name) {
        return laterFees.stream().filter(fee -> fee.name().equals(name)).findFirst();
    }

    /**
     * True when handing in can wait for no registry: what is paid, or which questions are asked,
     * depends on what registries say.
     */
    public boolean asksFirst() {
        return !fees.areNone() || form.dependsOn(asks);
    }

    /** The asks that apply to this person, as far as is known, in the order of the pack. */
    public List<Ask> asks(Facts facts) {
        return asks.stream().filter(ask -> ask.applies(facts)).toList();
    }

    /** False when only programs of organisations may ask for it. */
    public boolean isForPeople() {
        return channels.contains(Channel.PORTAL) || channels.contains(Channel.COUNTER);
    }

    /** The address of the service's own page. */
    public String path() {
        return "/services/" + agency + "/" + code;
    }

    public Optional<Output> output(String wanted) {
        return outputs.stream().filter(o -> o.code().equals(wanted)).findFirst();
    }

    @Override
    public String toString() {
        return code + " version " + number;
    }
}
