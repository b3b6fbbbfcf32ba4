package org.dargah.sandbox.people;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** For loaders and tests: adding people and addresses, listing the crowd. */
public final class PeopleApi {
    private static final int MOST_STORED = 5_000;
    private static final int MOST_LISTED = 500;

    private record Listing(List<Citizen> people, @Nullable Integer next) {}

    private final Population population;

    public PeopleApi(Population population) {
        this.population = population;
    }

    public void on(Routes routes) {
        routes.on("POST", "/people", this::store)
                .on("GET", "/people", this::list)
                .on("POST", "/addresses", this::storeAddresses);
    }

    private Answer store(Call call) throws IOException, SQLException {
        var people = all(call.json(Citizen[].class));
        if (people.size() > MOST_STORED) {
            return Answer.problem(413, "too-many", "Too many", "At most 5,000 at once");
        }
        population.store(people);
        return Answer.json(Map.of("stored", people.size()));
    }

    private Answer storeAddresses(Call call) throws IOException, SQLException {
        var addresses = all(call.json(Address[].class));
        population.storeAddresses(addresses);
        return Answer.json(Map.of("stored", addresses.size()));
    }

    private static <T> List<T> all(T[] values) {
        var all = Arrays.asList(values);
        if (all.contains(null)) {
            throw new IllegalArgumentException("One of them is null");
        }
        return all;
    }

    private Answer list(Call call) throws SQLException {
        var limit = Math.clamp(number(call, "limit", 200), 1, MOST_LISTED);
        var people = population.after(number(call, "after", Crowd.FIRST - 1), limit);
        return Answer.json(
                new Listing(
                        people,
                        people.size() < limit
                                ? null
                                : DemoNationalId.serial(people.getLast().nationalId())));
    }

    private static int number(Call call, String name, int otherwise) {
        var text = call.query(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
