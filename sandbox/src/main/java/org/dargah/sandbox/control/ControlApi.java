package org.dargah.sandbox.control;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** The switches as JSON. */
public final class ControlApi {

    record Wish(
            @Nullable Integer latency,
            @Nullable Integer jitter,
            @Nullable Fault fault,
            @Nullable Integer times) {
        Setting setting() {
            return new Setting(
                    latency == null ? 0 : latency,
                    jitter == null ? 0 : jitter,
                    fault == null ? Fault.NONE : fault,
                    times);
        }
    }

    private final Control control;

    public ControlApi(Control control) {
        this.control = control;
    }

    public void on(Routes routes) {
        routes.on("GET", "/control", _ -> Answer.json(all()))
                .on("GET", "/control/{part}", this::one)
                .on("PUT", "/control/{part}", this::set)
                .on("DELETE", "/control", _ -> reset());
    }

    private Map<String, Setting> all() {
        var all = new LinkedHashMap<String, Setting>();
        control.all().forEach((part, setting) -> all.put(part.code(), setting));
        return all;
    }

    private Answer one(Call call) {
        return Part.of(call.path("part"))
                .<Answer>map(part -> Answer.json(control.of(part)))
                .orElseGet(ControlApi::unknown);
    }

    private Answer set(Call call) throws IOException {
        var part = Part.of(call.path("part"));
        if (part.isEmpty()) {
            return unknown();
        }
        control.set(part.get(), call.json(Wish.class).setting());
        return one(call);
    }

    private Answer reset() {
        control.reset();
        return Answer.json(all());
    }

    private static Answer unknown() {
        return Answer.problem(404, "unknown-part", "No such part", "See GET /control");
    }
}
