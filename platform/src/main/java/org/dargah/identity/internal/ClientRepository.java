package org.dargah.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.agencies.Agencies;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Scope;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.client}. */
@Repository
class ClientRepository {

    private static final String SELECT =
            """
            select id, secret_hash, title, agency, scopes, tokens_after from identity.client
            where province = :province and closed_at is null
            """;

    private final JdbcClient jdbc;
    private final HomeProvince home;
    private final Agencies agencies;
    private final Remembered<String, Optional<Row>> open = new Remembered<>(this::read);

    ClientRepository(JdbcClient jdbc, HomeProvince home, Agencies agencies) {
        this.agencies = agencies;
        this.jdbc = jdbc;
        this.home = home;
    }

    /**
     * A client.
     *
     * @param secretHash if it has a secret
     * @param tokensAfter until when tokens were given that count no more, or null
     */
    record Row(CurrentClient client, @Nullable String secretHash, @Nullable Instant tokensAfter) {

        /** Of tokens the time is told in seconds: one of that very second is an old one too. */
        boolean takesTokenOf(@Nullable Instant issued) {
            return tokensAfter == null || (issued != null && issued.isAfter(tokensAfter));
        }

        @Override
        public String toString() {
            return "Row[" + client.id() + "]";
        }
    }

    /** A client that is there gets the new secret, and is open. */
    void put(CurrentClient client, @Nullable String secretHash, Instant now) {
        jdbc.sql(
                        """
                        insert into identity.client
                            (province, id, secret_hash, title, agency, scopes, admitted_at)
                        values (:province, :id, :hash, :title, :agency, :scopes, :now)
                        on conflict (province, id) do update
                            set secret_hash = excluded.secret_hash, closed_at = null
                        """)
                .param("province", home.code())
                .param("id", client.id())
                .param("hash", secretHash)
                .param("title", client.title())
                .param("agency", client.agency().value())
                .param(
                        "scopes",
                        client.scopes().stream().map(Scope::code).sorted().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean close(String id, Instant now) {
        return jdbc.sql(
                                """
                                update identity.client set closed_at = :now
                                where province = :province and id = :id and closed_at is null
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("province", home.code())
                        .param("id", id)
                        .update()
                == 1;
    }

    void endTokens(String id, Instant now) {
        jdbc.sql(
                        """
                        update identity.client set tokens_after = :now
                        where province = :province and id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("province", home.code())
                .param("id", id)
                .update();
    }

    /** Asked for with each request of a program, so it is remembered. */
    Optional<Row> find(String id) {
        return open.get(id);
    }

    /** After a change that is committed. */
    void forget(String id) {
        open.forget(id);
    }

    /** By the primary key. */
    private Optional<Row> read(String id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("province", home.code())
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** By the primary key, in its order. */
    List<CurrentClient> page(String after, int most) {
        return jdbc
                .sql(SELECT + " and id > :after order by id limit :most")
                .param("province", home.code())
                .param("after", after)
                .param("most", most)
                .query(this::row)
                .list()
                .stream()
                .map(Row::client)
                .toList();
    }

    /** Of one body, in the order of their ids. */
    List<CurrentClient> of(AgencyCode agency, int most) {
        return jdbc
                .sql(SELECT + " and agency = :agency order by id limit :most")
                .param("province", home.code())
                .param("agency", agency.value())
                .param("most", most)
                .query(this::row)
                .list()
                .stream()
                .map(Row::client)
                .toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Set<Scope> scopes =
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .flatMap(code -> Scope.parse(code).stream())
                        .collect(Collectors.toUnmodifiableSet());
        AgencyCode agency = new AgencyCode(row.getString("agency"));
        return new Row(
                new CurrentClient(
                        home.province(),
                        row.getString("id"),
                        row.getString("title"),
                        agency,
                        agencies.memberClass(agency),
                        scopes),
                row.getString("secret_hash"),
                instant(row.getObject("tokens_after", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
