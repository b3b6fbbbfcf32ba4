package org.dargah.sandbox.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Handler;

/** The switches, and the handlers that obey them. In memory: a restart is a good day again. */
public final class Control {
    /** Longer than any caller should wait. */
    private static final Duration NEVER = Duration.ofSeconds(60);

    private final Map<Part, Setting> settings = new ConcurrentHashMap<>();

    public Setting of(Part part) {
        return settings.getOrDefault(part, Setting.DEFAULT);
    }

    public Map<Part, Setting> all() {
        var all = new EnumMap<Part, Setting>(Part.class);
        for (var part : Part.values()) {
            all.put(part, of(part));
        }
        return all;
    }

    public void set(Part part, Setting setting) {
        settings.put(part, setting);
    }

    public void reset() {
        settings.clear();
    }

    /** The same handler, as slow and as broken as its part is set to be. */
    public Handler behind(Part part, Handler handler) {
        return call -> {
            var setting = take(part);
            var jitter = ThreadLocalRandom.current().nextInt(setting.jitter() + 1);
            Thread.sleep(setting.latency() + (long) jitter);
            return switch (setting.fault()) {
                case NONE -> handler.answer(call);
                case ERROR -> Answer.problem(500, "broken", "Broken on purpose", "Set by /control");
                case TIMEOUT -> {
                    Thread.sleep(NEVER);
                    yield new Answer.Dropped();
                }
                case DROP -> new Answer.Dropped();
                case GARBAGE ->
                        Answer.content(
                                200,
                                "application/json",
                                "{\"nationalId\": \"99".getBytes(StandardCharsets.UTF_8));
            };
        };
    }

    /** The setting for this call; two calls at once never share the last faulty one. */
    private Setting take(Part part) {
        var taken = new Setting[] {Setting.DEFAULT};
        settings.computeIfPresent(
                part,
                (_, now) -> {
                    taken[0] = now;
                    return now.used();
                });
        return taken[0];
    }
}
