package org.dargah.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dargah.exchange.internal.Declaration;
import org.dargah.exchange.internal.Declarations;
import org.dargah.exchange.internal.Evidence;
import org.dargah.exchange.internal.Lines;
import org.dargah.exchange.internal.Policy;
import org.dargah.exchange.internal.Reply;
import org.dargah.kernel.Caller;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks registries: one policy, one way out, and evidence before every answer. */
@Component
public final class Exchange {

    private final Declarations declarations;
    private final Policy policy;
    private final Lines lines;
    private final Evidence evidence;
    private final Clock clock;

    public Exchange(
            Declarations declarations, Policy policy, Lines lines, Evidence evidence, Clock clock) {
        this.declarations = declarations;
        this.policy = policy;
        this.lines = lines;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Asks one question and waits for its end, at most as long as the registry's declaration says.
     * The evidence is committed in a transaction of its own before this returns, whatever becomes
     * of the caller's; if it cannot be written, no answer is given.
     *
     * @param subject the person whom the question is about, if Dargah knows one
     */
    public Answer ask(Question question, Caller caller, @Nullable PersonId subject) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        Reply reply = reply(question, caller, at);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        evidence.leave(question, caller, subject, reply, at, took);
        return reply.answer();
    }

    private Reply reply(Question question, Caller caller, Instant at) {
        return policy.refuses(question, caller)
                .map(Reply::of)
                .orElseGet(() -> forward(question, at));
    }

    private Reply forward(Question question, Instant at) {
        Declaration declaration = declarations.find(question.registry()).orElseThrow();
        return lines.of(declaration).ask(question, at);
    }
}
