package org.dargah.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Role;
import org.dargah.kernel.AgencyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.officer} and their roles. */
@Repository
class OfficerRepository {

    private static final String SELECT =
            """
            select o.id, o.username, o.name, o.title, o.agency,
                array(select r.role from identity.officer_role r
                    where r.province = o.province and r.officer = o.id) as roles
            from identity.officer o
            where o.province = :province and o.closed_at is null
            """;

    private final JdbcClient jdbc;
    private final HomeProvince home;

    OfficerRepository(JdbcClient jdbc, HomeProvince home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    /** False when the user name is taken. */
    boolean insert(CurrentOfficer officer, String passwordHash, Instant now) {
        int added =
                jdbc.sql(
                                """
                                insert into identity.officer (province, id, username, password_hash,
                                    name, title, agency, created_at)
                                values (:province, :id, :username, :hash,
                                    :name, :title, :agency, :now)
                                on conflict (province, username) do nothing
                                """)
                        .param("province", home.code())
                        .param("id", officer.id().value())
                        .param("username", officer.username())
                        .param("hash", passwordHash)
                        .param("name", officer.name())
                        .param("title", officer.title())
                        .param("agency", officer.agency().value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
        if (added == 1) {
            officer.roles().forEach(role -> give(officer.id(), role));
        }
        return added == 1;
    }

    private void give(OfficerId id, Role role) {
        jdbc.sql(
                        """
                        insert into identity.officer_role (province, officer, role)
                        values (:province, :officer, :role)
                        """)
                .param("province", home.code())
                .param("officer", id.value())
                .param("role", role.name())
                .update();
    }

    Optional<CurrentOfficer> find(OfficerId id) {
        return jdbc.sql(SELECT + " and o.id = :id")
                .param("province", home.code())
                .param("id", id.value())
                .query(this::officer)
                .optional();
    }

    Optional<CurrentOfficer> named(String username) {
        return jdbc.sql(SELECT + " and o.username = :username")
                .param("province", home.code())
                .param("username", username)
                .query(this::officer)
                .optional();
    }

    /** Everyone with an open account, by agency and name; a province has some thousands. */
    List<CurrentOfficer> all(String afterUsername, int limit) {
        return jdbc.sql(SELECT + " and o.username > :after order by o.username limit :limit")
                .param("province", home.code())
                .param("after", afterUsername)
                .param("limit", limit)
                .query(this::officer)
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql(
                        """
                        select not exists (
                            select 1 from identity.officer where province = :province)
                        """)
                .param("province", home.code())
                .query(Boolean.class)
                .single();
    }

    Optional<String> passwordHash(OfficerId id) {
        return jdbc.sql(
                        """
                        select password_hash from identity.officer
                        where province = :province and id = :id and closed_at is null
                        """)
                .param("province", home.code())
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    void changePassword(OfficerId id, String passwordHash) {
        jdbc.sql(
                        """
                        update identity.officer set password_hash = :hash
                        where province = :province and id = :id
                        """)
                .param("hash", passwordHash)
                .param("province", home.code())
                .param("id", id.value())
                .update();
    }

    /** False when there is no such open account. */
    boolean close(OfficerId id, Instant now) {
        return jdbc.sql(
                                """
                                update identity.officer set closed_at = :now
                                where province = :province and id = :id and closed_at is null
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("province", home.code())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private CurrentOfficer officer(ResultSet row, int number) throws SQLException {
        return new CurrentOfficer(
                home.province(),
                new OfficerId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getString("title"),
                new AgencyCode(row.getString("agency")),
                roles(row));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
