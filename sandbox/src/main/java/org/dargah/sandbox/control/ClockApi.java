package org.dargah.sandbox.control;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;

/** What time it is out here, for loaders and tests. */
public final class ClockApi {

    record Wish(Instant now) {
        Wish {
            Objects.requireNonNull(now, "now");
        }
    }

    private final WorldClock clock;

    public ClockApi(WorldClock clock) {
        this.clock = clock;
    }

    public void on(Routes routes) {
        routes.on("GET", "/clock", _ -> now())
                .on("PUT", "/clock", this::travel)
                .on("DELETE", "/clock", _ -> comeHome());
    }

    private Answer now() {
        return Answer.json(Map.of("now", clock.instant()));
    }

    private Answer travel(Call call) throws IOException {
        clock.travelTo(call.json(Wish.class).now());
        return now();
    }

    private Answer comeHome() {
        clock.comeHome();
        return now();
    }
}
