package org.dargah.sandbox.phone;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dargah.sandbox.Database;
import org.dargah.sandbox.control.Control;
import org.dargah.sandbox.control.Part;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;

/** Takes texts, each id once, and lets a phone read its own. */
public final class SmsGateway {
    /** As many as a page or a test wants to read. */
    private static final int NEWEST = 100;

    /** For programs, which count them. */
    private static final int WHOLE = 1000;

    /** A text as the phone has it. */
    public record Message(String id, String text, Instant at) {}

    /** A phone that has texts, without them. */
    public record Phone(String mobile, int messages) {}

    record Text(String id, String mobile, String text) {
        Text {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
            if (!Objects.requireNonNull(mobile, "mobile").matches("09\\d{9}")) {
                throw new IllegalArgumentException("A mobile is 09 and nine digits");
            }
        }
    }

    private final Database database;
    private final Clock clock;

    public SmsGateway(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void on(Routes routes, Control control) {
        routes.on("POST", "/sms", control.behind(Part.SMS, this::take))
                .on("GET", "/sandbox/phone/{mobile}.json", this::json);
    }

    private Answer take(Call call) throws IOException, SQLException {
        var text = call.json(Text.class);
        // Postgres keeps microseconds; what is answered should be what is read later.
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        database.change(
                """
                insert into sandbox.message (id, mobile, text, at) values (?, ?, ?, ?)
                on conflict (id) do nothing
                """,
                text.id(),
                text.mobile(),
                text.text(),
                at);
        return Answer.json(Map.of("id", text.id(), "accepted", true));
    }

    private Answer json(Call call) throws SQLException {
        var mobile = call.path("mobile");
        return Answer.json(Map.of("mobile", mobile, "messages", newest(mobile, WHOLE)));
    }

    List<Message> newest(String mobile) throws SQLException {
        return newest(mobile, NEWEST);
    }

    private List<Message> newest(String mobile, int most) throws SQLException {
        return database.list(
                """
                select id, text, at from sandbox.message
                 where mobile = ? order by at desc, id desc limit ?
                """,
                row ->
                        new Message(
                                row.getString("id"),
                                row.getString("text"),
                                row.getObject("at", OffsetDateTime.class).toInstant()),
                mobile,
                most);
    }

    /** The phones with the latest texts. */
    public List<Phone> phones() throws SQLException {
        return database.list(
                """
                select mobile, count(*) as messages from sandbox.message
                 group by mobile order by max(at) desc limit 20
                """,
                row -> new Phone(row.getString("mobile"), row.getInt("messages")));
    }
}
