package org.dargah.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dargah.exchange.Group;
import org.dargah.exchange.Membership;
import org.dargah.exchange.WholeBody;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.Remembered;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.client_group} and {@code exchange.group_member}. */
@Repository
public class GroupTable {

    private static final String GROUPS =
            "select code, title, made_at from exchange.client_group where province = :province ";

    private static final String MEMBERS =
            """
            select m.id, m.client, m.first_day, m.last_day, g.code, g.title, g.made_at
            from exchange.group_member m
            join exchange.client_group g on g.province = m.province and g.code = m.group_code
            where m.province = :province and g.province = :province
            """;

    private final JdbcClient jdbc;
    private final Province province;
    private final Remembered<String, List<Membership>> memberships = new Remembered<>(this::read);

    GroupTable(JdbcClient jdbc, @Value("${dargah.province}") String province) {
        this.jdbc = jdbc;
        this.province = new Province(province);
    }

    /** False when there is one of this title. */
    public boolean insert(Group group) {
        return jdbc.sql(
                                """
                                insert into exchange.client_group (province, code, title, made_at)
                                values (:province, :code, :title, :made)
                                on conflict (province, title) do nothing
                                """)
                        .param("province", province.code())
                        .param("code", group.code())
                        .param("title", group.title())
                        .param("made", group.madeAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public List<Group> all() {
        return jdbc.sql(GROUPS + "order by title")
                .param("province", province.code())
                .query(GroupTable::group)
                .list();
    }

    public Optional<Group> find(String code) {
        return jdbc.sql(GROUPS + "and code = :code")
                .param("province", province.code())
                .param("code", code)
                .query(GroupTable::group)
                .optional();
    }

    /** False when the program is a member without an end: by {@code group_member_open}. */
    public boolean insert(Membership membership, Instant now) {
        return jdbc.sql(
                                """
                                insert into exchange.group_member
                                    (province, id, group_code, client, first_day, added_at)
                                values (:province, :id, :group, :client, :from, :now)
                                on conflict (province, group_code, client)
                                    where last_day is null do nothing
                                """)
                        .param("province", province.code())
                        .param("id", membership.id())
                        .param("group", membership.group().code())
                        .param("client", membership.client())
                        .param("from", membership.from())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean end(UUID id, LocalDate last) {
        return jdbc.sql(
                                """
                                update exchange.group_member set last_day = :last
                                where province = :province and id = :id and last_day is null
                                """)
                        .param("last", last)
                        .param("province", province.code())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The newest first. */
    public List<Membership> members(String group) {
        return jdbc.sql(MEMBERS + "and m.group_code = :group order by m.id desc")
                .param("province", province.code())
                .param("group", group)
                .query(GroupTable::membership)
                .list();
    }

    /**
     * By whose rights a program may ask that day: its own, its body's, and those of the groups
     * where either belongs, in the order of joining. Asked with each question, so it is remembered
     * who belongs where.
     */
    public List<String> holders(String client, AgencyCode agency, LocalDate day) {
        List<String> itself = List.of(client, WholeBody.of(agency));
        return Stream.concat(
                        itself.stream(),
                        itself.stream()
                                .flatMap(member -> memberships.get(member).stream())
                                .filter(membership -> membership.holdsOn(day))
                                .map(membership -> membership.group().code()))
                .distinct()
                .toList();
    }

    /** After a change that is committed. */
    public void forget(String client) {
        memberships.forget(client);
    }

    /** By {@code group_member_client}. */
    private List<Membership> read(String client) {
        return jdbc.sql(MEMBERS + "and m.client = :client order by m.id")
                .param("province", province.code())
                .param("client", client)
                .query(GroupTable::membership)
                .list();
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getString("code"),
                row.getString("title"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                row.getObject("id", UUID.class),
                group(row, number),
                row.getString("client"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
