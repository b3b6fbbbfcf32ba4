package org.dargah.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Manner;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Remembered;
import org.dargah.kernel.RightId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.access_right}. */
@Repository
public class RightTable {

    private static final String IN_FORCE =
            """
            select id, client, agency, registry, purpose, manner, fields, per_minute, per_day,
                hours_from, hours_to, roles, parties, until, granted_at
            from exchange.access_right
            where province = :province and revoked_at is null
            """;

    private final JdbcClient jdbc;
    private final Province province;
    private final Remembered<String, List<AccessRight>> held = new Remembered<>(this::read);

    public RightTable(JdbcClient jdbc, @Value("${dargah.province}") String province) {
        this.jdbc = jdbc;
        this.province = new Province(province);
    }

    /** False when one is in force for the same client, registry and purpose. */
    public boolean insert(AccessRight right) {
        Bounds bounds = right.bounds();
        return jdbc.sql(
                                """
                                insert into exchange.access_right (province, id, client, agency, registry,
                                    purpose, manner, fields, per_minute, per_day, hours_from, hours_to,
                                    roles, parties, until, granted_at)
                                values (:province, :id, :client, :agency, :registry, :purpose, :manner,
                                    :fields, :perMinute, :perDay, :from, :to, :roles, :parties, :until, :granted)
                                on conflict (province, client, registry, purpose)
                                    where revoked_at is null do nothing
                                """)
                        .param("province", province.code())
                        .param("id", right.id().value())
                        .param("client", right.client())
                        .param("agency", right.agency().value())
                        .param("registry", right.registry())
                        .param("purpose", right.purpose().code())
                        .param("manner", right.manner().name())
                        .param("fields", right.fields().toArray(String[]::new))
                        .param("perMinute", bounds.perMinute())
                        .param("perDay", bounds.perDay())
                        .param("from", bounds.hours() == null ? null : bounds.hours().from())
                        .param("to", bounds.hours() == null ? null : bounds.hours().to())
                        .param("roles", bounds.roles().stream().sorted().toArray(String[]::new))
                        .param("parties", bounds.parties().stream().sorted().toArray(String[]::new))
                        .param("until", bounds.until())
                        .param("granted", right.grantedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean revoke(RightId id, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.access_right set revoked_at = :now
                                where province = :province and id = :id and revoked_at is null
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("province", province.code())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** There is one at most. */
    Optional<AccessRight> inForce(String client, String registry, Purpose purpose) {
        return held.get(client).stream()
                .filter(right -> right.registry().equals(registry))
                .filter(right -> right.purpose().equals(purpose))
                .findFirst();
    }

    public Optional<AccessRight> find(RightId id) {
        return jdbc.sql(IN_FORCE + "and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .query(RightTable::right)
                .optional();
    }

    /** Those of one client. Asked for with each question, so they are remembered. */
    public List<AccessRight> ofClient(String client) {
        return held.get(client);
    }

    /** After a change that is committed. */
    public void forget(String client) {
        held.forget(client);
    }

    /** By {@code right_in_force}. */
    private List<AccessRight> read(String client) {
        return jdbc.sql(IN_FORCE + "and client = :client order by registry, purpose")
                .param("province", province.code())
                .param("client", client)
                .query(RightTable::right)
                .list();
    }

    private static AccessRight right(ResultSet row, int number) throws SQLException {
        return new AccessRight(
                new RightId(row.getObject("id", UUID.class)),
                row.getString("client"),
                new AgencyCode(row.getString("agency")),
                row.getString("registry"),
                new Purpose(row.getString("purpose")),
                Manner.valueOf(row.getString("manner")),
                List.of((String[]) row.getArray("fields").getArray()),
                new Bounds(
                        row.getInt("per_minute"),
                        row.getInt("per_day"),
                        hours(row),
                        Set.of((String[]) row.getArray("roles").getArray()),
                        Set.of((String[]) row.getArray("parties").getArray()),
                        row.getObject("until", LocalDate.class)),
                row.getObject("granted_at", OffsetDateTime.class).toInstant());
    }

    private static Bounds.@Nullable Hours hours(ResultSet row) throws SQLException {
        LocalTime from = row.getObject("hours_from", LocalTime.class);
        LocalTime to = row.getObject("hours_to", LocalTime.class);
        return from == null || to == null ? null : new Bounds.Hours(from, to);
    }
}
