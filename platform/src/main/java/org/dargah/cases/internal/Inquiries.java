package org.dargah.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Service;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Question;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Tehran;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the registries what a service needs to know, so that nobody asks the applicant. Holds no
 * transaction meanwhile.
 */
@Component
public class Inquiries {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

    private final Exchange exchange;
    private final java.time.Clock clock;

    Inquiries(Exchange exchange, java.time.Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * What came of asking.
     *
     * @param said the new answers by the names of their asks
     * @param silent the asks whose registries did not answer
     */
    public record Round(Map<String, Facts.Said> said, List<Ask> silent) {

        public CaseFile addTo(CaseFile file) {
            CaseFile more = file;
            for (Map.Entry<String, Facts.Said> entry : said.entrySet()) {
                more = more.heard(entry.getKey(), entry.getValue());
            }
            return more;
        }
    }

    /**
     * Asks everything that applies to this person, can be asked by now and is not known yet. One
     * answer may make another ask apply, so it goes on until nothing new can be asked.
     */
    public Round ask(
            CaseFile file, Service service, NationalId applicant, Actor actor, Channel channel) {
        Map<String, Facts.Said> said = new HashMap<>();
        List<Ask> silent = new ArrayList<>();
        Set<String> asked = new HashSet<>(file.said().keySet());
        Facts facts = file.facts(Tehran.today(clock));
        Optional<Ask> next = next(service, facts, applicant, asked);
        while (next.isPresent()) {
            Ask ask = next.get();
            asked.add(ask.name());
            Optional<Facts.Said> answer = answer(ask, facts, applicant, file, actor, channel);
            if (answer.isPresent()) {
                said.put(ask.name(), answer.get());
                facts = new Round(said, silent).addTo(file).facts(facts.today());
            } else {
                silent.add(ask);
            }
            next = next(service, facts, applicant, asked);
        }
        return new Round(said, silent);
    }

    private static Optional<Ask> next(
            Service service, Facts facts, NationalId applicant, Set<String> asked) {
        return service.asks(facts).stream()
                .filter(ask -> !asked.contains(ask.name()))
                .filter(ask -> ask.keys(applicant.digits(), facts).isPresent())
                .findFirst();
    }

    private Optional<Facts.Said> answer(
            Ask ask,
            Facts facts,
            NationalId applicant,
            CaseFile file,
            Actor actor,
            Channel channel) {
        Map<String, String> keys = ask.keys(applicant.digits(), facts).orElseThrow();
        var caller =
                new Caller(
                        file.agency(), actor, channel, ask.purpose(), file.id(), ask.condition());
        return switch (exchange.ask(
                new Question(ask.registry(), keys, ask.fields()), caller, file.subject())) {
            case Answer.Known known ->
                    Optional.of(new Facts.Said(true, new HashMap<>(known.fields()), known.at()));
            case Answer.NotFound missing ->
                    Optional.of(new Facts.Said(false, Map.of(), clock.instant()));
            case Answer.Unreachable down -> Optional.empty();
            case Answer.Refused refused -> {
                LOG.error(
                        "{} may not ask {}: {}", file.service(), ask.registry(), refused.reason());
                yield Optional.empty();
            }
        };
    }
}
