package org.dargah.catalog.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dargah.catalog.Audience;
import org.dargah.catalog.IdentityCard;
import org.dargah.catalog.LifeEvent;
import org.dargah.catalog.Terms;
import org.dargah.catalog.Text;
import org.dargah.kernel.AgencyCode;
import tools.jackson.databind.JsonNode;

/**
 * The registered facts and the times of a service. What is not there is left empty: a version that
 * was published before the schema asked for it must stay readable.
 */
final class CardReader {

    private final JsonNode card;
    private final English english;

    CardReader(JsonNode card, English english) {
        this.card = card;
        this.english = english;
    }

    IdentityCard card() {
        return new IdentityCard(
                audiences(),
                word(IdentityCard.Nature.class, "nature"),
                word(IdentityCard.Level.class, "level"),
                LifeEvent.valueOf(upper(card.path("lifeEvent").asString())),
                word(IdentityCard.BusinessEvent.class, "businessEvent"),
                word(IdentityCard.Trigger.class, "trigger"),
                english.with(card.path("legalBasis").asString(), "legalBasis"),
                number("yearlyVolume"),
                card.has("meanTime")
                        ? Optional.of(Duration.parse(card.path("meanTime").asString()))
                        : Optional.empty(),
                number("visitsBefore"),
                card.path("visits").asInt());
    }

    /** One word or a list of them. */
    private Set<Audience> audiences() {
        JsonNode declared = card.path("audience");
        List<String> words =
                declared.isArray() ? PackReader.strings(declared) : List.of(declared.asString());
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        words.forEach(word -> audiences.add(Audience.valueOf(upper(word))));
        return audiences;
    }

    private <E extends Enum<E>> Optional<E> word(Class<E> words, String field) {
        return card.has(field)
                ? Optional.of(Enum.valueOf(words, upper(card.path(field).asString())))
                : Optional.empty();
    }

    static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private OptionalInt number(String field) {
        return card.has(field) ? OptionalInt.of(card.path(field).asInt()) : OptionalInt.empty();
    }

    Terms terms() {
        return new Terms(
                card.path("workingDays").asInt(),
                extension(),
                silence(),
                Optional.ofNullable(PackReader.period(card, "validity")),
                card.path("onlineMinutes").asInt());
    }

    private Optional<Terms.Extension> extension() {
        JsonNode extension = card.path("extension");
        if (extension.isMissingNode()) {
            return Optional.empty();
        }
        var reasons = new ArrayList<Terms.Reason>();
        for (JsonNode reason : extension.path("reasons")) {
            String code = reason.path("code").asString();
            reasons.add(new Terms.Reason(code, text(reason, "text", "extension.reasons." + code)));
        }
        return Optional.of(
                new Terms.Extension(
                        extension.path("workingDays").asInt(),
                        reasons,
                        text(extension, "legalBasis", "extension.legalBasis")));
    }

    private Terms.Silence silence() {
        JsonNode silence = card.path("silence");
        if (silence.isMissingNode()) {
            return Terms.Silence.NOTHING;
        }
        return new Terms.Silence(
                Terms.Meaning.valueOf(upper(silence.path("means").asString())),
                silence.has("legalBasis")
                        ? Optional.of(text(silence, "legalBasis", "silence.legalBasis"))
                        : Optional.empty(),
                silence.has("body")
                        ? Optional.of(new AgencyCode(silence.path("body").asString()))
                        : Optional.empty());
    }

    private Text text(JsonNode node, String field, String key) {
        return english.with(node.path(field).asString(), key);
    }
}
