package org.dargah.prove;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.dargah.Program;
import tools.jackson.core.JacksonException;

/** What programs were told instead of an answer, how often, and how long the slowest was kept. */
final class Unanswered {

    private final Map<String, LongAdder> words = new ConcurrentSkipListMap<>();
    private final AtomicLong longest = new AtomicLong();

    void refused(Program.Reply reply) {
        String fault = reply.header("X-Road-Error");
        count(reply.status() + " " + (fault.isEmpty() ? problem(reply) : fault));
    }

    private static String problem(Program.Reply reply) {
        try {
            return reply.at("/type");
        } catch (JacksonException noDocument) {
            return "in no document";
        }
    }

    /** No whole answer came: nothing listens, or the connection broke. */
    void broken() {
        count("no answer");
    }

    private void count(String what) {
        words.computeIfAbsent(what, it -> new LongAdder()).increment();
    }

    void took(long nanos) {
        longest.accumulateAndGet(nanos, Math::max);
    }

    long sum() {
        return words.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** By what was said. */
    Map<String, Long> words() {
        var said = new TreeMap<String, Long>();
        words.forEach((what, often) -> said.put(what, often.sum()));
        return said;
    }

    double longestSeconds() {
        return longest.get() / 1e9;
    }
}
