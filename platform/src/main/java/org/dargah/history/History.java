package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.dargah.kernel.TravellingClock;
import org.dargah.kernel.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the demo's past before the program says that it is ready: as an outsider, through API and
 * pages, on a clock that comes home at the end.
 */
@Component
@Profile("demo")
@Order(100)
final class History implements ApplicationRunner {

    private static final int PEOPLE = 3_000;
    private static final int EVERY = 20;

    private final Diary diary;
    private final TravellingClock clock;
    private final WorkingCalendar calendar;
    private final ServletWebServerApplicationContext server;
    private final @Nullable URI sandbox;
    private final String address;
    private final Path data;
    private final Path provinces;

    History(
            Diary diary,
            TravellingClock clock,
            WorkingCalendar calendar,
            ServletWebServerApplicationContext server,
            @Value("${dargah.sandbox.url:#{null}}") @Nullable URI sandbox,
            @Value("${dargah.address}") String address,
            @Value("${dargah.data}") Path data,
            @Value("${dargah.provinces}") Path provinces) {
        this.diary = diary;
        this.clock = clock;
        this.calendar = calendar;
        this.server = server;
        this.sandbox = sandbox;
        this.address = address;
        this.data = data;
        this.provinces = provinces;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        if (diary.now().isPresent()) {
            tell(diary, new Progress(diary.span().cases()));
        }
    }

    /** Whatever happens, the clock comes home. */
    void tell(Diary note, IntConsumer progress) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            var outside = new Outside(client, Objects.requireNonNull(sandbox, "no sandbox"));
            try {
                Plan plan = plan(note.span(), outside);
                var teller = new Teller(client, home(), api(client), outside, passwords());
                List<Errand> errands = errands(client, note, outside);
                new Chronicle(plan, note, teller, errands, outside, clock).tell(progress);
                note.close();
            } finally {
                clock.comeHome();
                outside.comeHome();
            }
        }
    }

    private Plan plan(Span span, Outside outside) throws IOException, InterruptedException {
        Plan plan = Plan.of(span, Lore.in(provinces), outside.people(PEOPLE), calendar);
        outside.build(plan.stories().stream().map(Story::shop).filter(Objects::nonNull).toList());
        return plan;
    }

    private List<Errand> errands(HttpClient client, Diary note, Outside outside)
            throws IOException {
        var office = new Office(client, home(), passwords(), clock);
        var asking = new Asking(client, home(), address, clock, office);
        var hours = new Hours(note.span(), calendar);
        var people = new Citizens(client, home(), outside);
        return new ExchangePlot(note, hours, office, asking, people).errands();
    }

    private URI home() {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** As it lies in the data folder. */
    private record Credentials(String id, String secret) {

        @Override
        public String toString() {
            return "Credentials[" + id + "]";
        }
    }

    private Api api(HttpClient client) throws IOException {
        String kept = Files.readString(data.resolve("api-client.json"));
        Credentials own = JsonMapper.shared().readValue(kept, Credentials.class);
        return new Api(client, home(), own.id(), own.secret());
    }

    private Map<String, String> passwords() throws IOException {
        var passwords = new HashMap<String, String>();
        for (String line : Files.readAllLines(data.resolve("demo-accounts.txt"))) {
            String[] words = line.split("\\s+", 3);
            passwords.put(words[0], words[1]);
        }
        return passwords;
    }

    /** Says on the terminal how far it is, so that nobody takes the wait for a fault. */
    private static final class Progress implements IntConsumer {

        private final int all;
        private int said = -EVERY;

        Progress(int all) {
            this.all = all;
        }

        @Override
        public void accept(int begun) {
            if (begun >= said + EVERY) {
                said = begun / EVERY * EVERY;
                IO.println("Making the demo's last eight months: " + said + " of " + all + " …");
            }
        }
    }
}
