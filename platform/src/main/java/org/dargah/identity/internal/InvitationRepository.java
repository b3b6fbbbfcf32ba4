package org.dargah.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dargah.identity.Invitation;
import org.dargah.identity.Role;
import org.dargah.kernel.AgencyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.invitation}. */
@Repository
class InvitationRepository {

    private final JdbcClient jdbc;
    private final Keys keys;
    private final HomeProvince home;

    InvitationRepository(JdbcClient jdbc, Keys keys, HomeProvince home) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.home = home;
    }

    private byte[] hash(String token) {
        return keys.index("invitation", token);
    }

    void insert(UUID id, String token, Invitation invitation, Instant expiresAt) {
        jdbc.sql(
                        """
                        insert into identity.invitation
                            (province, id, token_hash, agency, title, roles, expires_at)
                        values (:province, :id, :hash, :agency, :title, :roles, :expiresAt)
                        """)
                .param("province", home.code())
                .param("id", id)
                .param("hash", hash(token))
                .param("agency", invitation.agency().value())
                .param("title", invitation.title())
                .param("roles", invitation.roles().stream().map(Role::name).toArray(String[]::new))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By {@code invitation_token}. */
    Optional<Invitation> find(String token, Instant now) {
        return jdbc.sql(
                        """
                        select agency, title, roles from identity.invitation
                        where province = :province and token_hash = :hash
                            and used_at is null and expires_at > :now
                        """)
                .param("province", home.code())
                .param("hash", hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(InvitationRepository::invitation)
                .optional();
    }

    /** True for one caller only. */
    boolean use(String token, Instant now) {
        return jdbc.sql(
                                """
                                update identity.invitation set used_at = :now
                                where province = :province and token_hash = :hash
                                    and used_at is null and expires_at > :now
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("province", home.code())
                        .param("hash", hash(token))
                        .update()
                == 1;
    }

    /** All that are not used; the first administrator's links of earlier starts. */
    void expireUnused(Instant now) {
        jdbc.sql(
                        """
                        update identity.invitation set expires_at = :now
                        where province = :province and used_at is null and expires_at > :now
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("province", home.code())
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new AgencyCode(row.getString("agency")),
                row.getString("title"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
