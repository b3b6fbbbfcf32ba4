package org.dargah.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.exchange.internal.Asked;
import org.dargah.exchange.internal.Claims;
import org.dargah.exchange.internal.Declaration;
import org.dargah.exchange.internal.Declarations;
import org.dargah.exchange.internal.Evidence;
import org.dargah.exchange.internal.KeptAnswers;
import org.dargah.exchange.internal.Lines;
import org.dargah.exchange.internal.Operation;
import org.dargah.exchange.internal.Passing;
import org.dargah.exchange.internal.Policy;
import org.dargah.exchange.internal.Reply;
import org.dargah.exchange.internal.Spans;
import org.dargah.exchange.internal.Strays;
import org.dargah.exchange.internal.Verdict;
import org.dargah.kernel.Caller;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks registries: one policy, one way out, and evidence before every answer. */
@Component
public final class Exchange {

    private final Declarations declarations;
    private final Policy policy;
    private final Lines lines;
    private final KeptAnswers kept;
    private final Strays strays;
    private final Evidence evidence;
    private final Spans spans;
    private final Clock clock;

    public Exchange(
            Declarations declarations,
            Policy policy,
            Lines lines,
            KeptAnswers kept,
            Strays strays,
            Evidence evidence,
            Spans spans,
            Clock clock) {
        this.declarations = declarations;
        this.policy = policy;
        this.lines = lines;
        this.kept = kept;
        this.strays = strays;
        this.evidence = evidence;
        this.spans = spans;
        this.clock = clock;
    }

    /**
     * Asks one question and waits for its end, at most as long as the registry's declaration says.
     * The evidence is committed in a transaction of its own before this returns, whatever becomes
     * of the caller's; if it cannot be written, no answer is given.
     *
     * @param subject the person whom the question is about, if the caller knows one
     */
    public Answer ask(Question question, Caller caller, @Nullable PersonId subject) {
        return ask(
                new Asked(
                        question,
                        caller,
                        person(question).orElse(null),
                        subject,
                        null,
                        null,
                        null,
                        null,
                        clock.instant()));
    }

    /** An official's single question, as far as its purpose is for their role. */
    public Answer lookUp(Question question, Caller caller, Occasion occasion) {
        return ask(
                new Asked(
                        question,
                        caller,
                        person(question).orElse(null),
                        null,
                        null,
                        occasion,
                        null,
                        null,
                        clock.instant()));
    }

    /** The same for yes or no. */
    public Match lookUp(
            Question question, Map<String, String> claims, Caller caller, Occasion occasion) {
        return compared(claims, lookUp(question, caller, occasion));
    }

    /** The same for the program of an organisation, as far as its rights go. */
    public Answer ask(Question question, Caller caller, Organisation organisation) {
        return ask(asked(question, caller, organisation));
    }

    /**
     * Compares what somebody claims with what the registry knows, and tells no more than that.
     *
     * @param claims by the names of the registry's fields
     */
    public Match match(
            Question question,
            Map<String, String> claims,
            Caller caller,
            Organisation organisation) {
        return compared(claims, ask(asked(question, caller, organisation)));
    }

    private static Match compared(Map<String, String> claims, Answer answer) {
        return answer instanceof Answer.Known found
                ? new Match.Compared(Claims.agree(claims, found.fields()), found.age())
                : new Match.Not(answer);
    }

    private Answer ask(Asked asked) {
        long start = System.nanoTime();
        Verdict verdict = policy.judge(asked);
        Reply reply =
                switch (verdict) {
                    case Verdict.Allowed allowed -> reply(asked, declared(asked));
                    case Verdict.Refused refused -> Reply.of(refused.answer());
                };
        if (!(reply.answer() instanceof Answer.Known
                || reply.answer() instanceof Answer.NotFound)) {
            policy.unanswered(verdict, asked.organisation());
        }
        evidence.leave(asked.by(verdict), reply, since(start));
        return reply.answer();
    }

    private Reply reply(Asked asked, Declaration declaration) {
        Question question = asked.question();
        return kept.find(declaration, question, asked.at())
                .orElseGet(
                        () ->
                                kept.keep(
                                        declaration,
                                        question,
                                        spans.of(
                                                "registry",
                                                declaration.code(),
                                                () ->
                                                        lines.of(declaration)
                                                                .ask(question, asked.at()))));
    }

    /**
     * Leaves evidence of a program that was turned away before it asked anything. One that is
     * turned away again and again leaves no more than so many a minute, so that it cannot fill the
     * log.
     */
    public void turnAway(
            Refusal reason, String registry, Caller caller, Organisation organisation) {
        if (strays.isWorthNoting(organisation.client())) {
            var question =
                    new Question(
                            Declaration.isCode(registry) ? registry : "unreadable",
                            Map.of(),
                            List.of());
            evidence.leave(
                    asked(question, caller, organisation),
                    Reply.of(new Answer.Refused(reason, "")),
                    Duration.ZERO);
        }
    }

    /**
     * Carries a message as it is and its answer back, part by part; the last part waits for the
     * evidence.
     *
     * @throws IOException when the receiver breaks off; the evidence is durable all the same
     */
    public Carried carry(
            Message message, Caller caller, Organisation organisation, Receiver receiver)
            throws IOException {
        Optional<Declaration> declared = declarations.find(message.registry());
        Optional<Operation> operation = declared.flatMap(it -> it.receiving(message));
        Question question =
                operation
                        .map(it -> it.read(message.registry(), message))
                        .orElseGet(() -> new Question(message.registry(), Map.of(), List.of()));
        Asked asked = asked(question, caller, organisation);
        long start = System.nanoTime();
        Verdict verdict =
                declared.isPresent() && operation.isEmpty()
                        ? Verdict.refused(Refusal.ENDPOINT_NOT_OFFERED, message.method())
                        : policy.judge(question, caller, organisation);
        Asked judged = asked.by(verdict);
        if (verdict instanceof Verdict.Refused refused) {
            evidence.leave(judged, Reply.of(refused.answer()), since(start));
            return new Carried.Refused(refused.reason(), refused.detail());
        }
        Carried carried =
                spans.of(
                        "registry",
                        message.registry(),
                        () ->
                                lines.of(declared.orElseThrow())
                                        .carry(
                                                message,
                                                new Passing(judged, message, evidence, receiver)));
        if (!carried.isAnswer()) {
            policy.unanswered(verdict, organisation);
        }
        return carried;
    }

    private Asked asked(Question question, Caller caller, Organisation organisation) {
        return new Asked(
                question,
                caller,
                person(question).orElse(null),
                null,
                organisation,
                null,
                null,
                null,
                clock.instant());
    }

    private Optional<NationalId> person(Question question) {
        return declarations.find(question.registry()).flatMap(it -> it.person(question));
    }

    private Declaration declared(Asked asked) {
        return declarations.find(asked.question().registry()).orElseThrow();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
