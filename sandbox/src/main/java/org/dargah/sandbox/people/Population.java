package org.dargah.sandbox.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dargah.sandbox.Database;
import org.jspecify.annotations.Nullable;

/** Where citizens and addresses are kept. */
public final class Population {
    private static final String CITIZENS =
            """
            select c.*, m.status, m.since, m.exemption, d.level, d.field, d.university, d.year,
                   array(select s.mobile from sandbox.sim s
                          where s.national_id = c.national_id order by s.rank) as mobiles
              from sandbox.citizen c
              left join sandbox.military m using (national_id)
              left join sandbox.degree d using (national_id)
            """;

    private final Database database;

    public Population(Database database) {
        this.database = database;
    }

    /** Personas, addresses and a crowd, unless they live there already. */
    public void settle(int crowd) throws SQLException {
        var here =
                database.one(
                        "select count(*) from sandbox.citizen where serial >= ?",
                        row -> row.getInt(1),
                        Crowd.FIRST);
        store(Personas.all());
        if (here.orElse(0) < crowd) {
            store(Crowd.of(crowd).toList());
        }
        storeAddresses(Places.all());
    }

    public Optional<Citizen> find(String nationalId) throws SQLException {
        return database.one(CITIZENS + "where c.national_id = ?", Population::citizen, nationalId);
    }

    /** Synthetic citizens by serial, for loaders. */
    public List<Citizen> after(int serial, int limit) throws SQLException {
        return database.list(
                CITIZENS + "where c.serial > ? order by c.serial limit ?",
                Population::citizen,
                serial,
                limit);
    }

    public boolean owns(String nationalId, String mobile) throws SQLException {
        return database.one(
                        "select 1 from sandbox.sim where mobile = ? and national_id = ?",
                        row -> true,
                        mobile,
                        nationalId)
                .isPresent();
    }

    public Optional<Address> address(String postcode) throws SQLException {
        return database.one(
                "select * from sandbox.address where postcode = ?",
                row ->
                        new Address(
                                row.getString("postcode"),
                                row.getString("province"),
                                row.getString("county"),
                                row.getString("city"),
                                row.getString("street"),
                                row.getString("plate"),
                                row.getString("usage")),
                postcode);
    }

    /** Adds them, or replaces all that was known of them. */
    public void store(List<Citizen> citizens) throws SQLException {
        database.transaction(
                connection -> {
                    forget(connection, citizens);
                    insert(connection, citizens);
                    return true;
                });
    }

    private static void forget(Connection connection, List<Citizen> citizens) throws SQLException {
        var ids = citizens.stream().map(Citizen::nationalId).toArray(String[]::new);
        var numbers = citizens.stream().flatMap(c -> c.mobiles().stream()).toArray(String[]::new);
        for (var table : List.of("sim", "military", "degree", "citizen")) {
            delete(
                    connection,
                    "delete from sandbox." + table + " where national_id = any (?)",
                    ids);
        }
        delete(connection, "delete from sandbox.sim where mobile = any (?)", numbers);
    }

    private static void delete(Connection connection, String sql, String[] values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", values));
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, List<Citizen> citizens) throws SQLException {
        batch(
                connection,
                "insert into sandbox.citizen values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                citizens,
                c ->
                        List.<@Nullable Object[]>of(
                                new @Nullable Object[] {
                                    c.nationalId(),
                                    DemoNationalId.serial(c.nationalId()),
                                    c.firstName(),
                                    c.lastName(),
                                    c.fatherName(),
                                    c.gender().code(),
                                    c.birthDate(),
                                    c.deathDate(),
                                    c.postcode()
                                }));
        batch(
                connection,
                "insert into sandbox.sim values (?, ?, ?)",
                citizens,
                c ->
                        c.mobiles().stream()
                                .distinct()
                                .map(
                                        mobile ->
                                                new @Nullable Object[] {
                                                    mobile,
                                                    c.nationalId(),
                                                    c.mobiles().indexOf(mobile)
                                                })
                                .toList());
        batch(
                connection,
                "insert into sandbox.military values (?, ?, ?, ?)",
                citizens,
                c ->
                        Optional.ofNullable(c.military()).stream()
                                .map(
                                        m ->
                                                new @Nullable Object[] {
                                                    c.nationalId(),
                                                    m.status(),
                                                    m.since(),
                                                    m.exemption()
                                                })
                                .toList());
        batch(
                connection,
                "insert into sandbox.degree values (?, ?, ?, ?, ?)",
                citizens,
                c ->
                        Optional.ofNullable(c.degree()).stream()
                                .map(
                                        d ->
                                                new @Nullable Object[] {
                                                    c.nationalId(),
                                                    d.level(),
                                                    d.field(),
                                                    d.university(),
                                                    d.year()
                                                })
                                .toList());
    }

    public void storeAddresses(List<Address> addresses) throws SQLException {
        database.transaction(
                connection -> {
                    delete(
                            connection,
                            "delete from sandbox.address where postcode = any (?)",
                            addresses.stream().map(Address::postcode).toArray(String[]::new));
                    batch(
                            connection,
                            "insert into sandbox.address values (?, ?, ?, ?, ?, ?, ?)",
                            addresses,
                            a ->
                                    List.<@Nullable Object[]>of(
                                            new @Nullable Object[] {
                                                a.postcode(),
                                                a.province(),
                                                a.county(),
                                                a.city(),
                                                a.street(),
                                                a.plate(),
                                                a.usage()
                                            }));
                    return true;
                });
    }

    private static <T> void batch(
            Connection connection,
            String sql,
            Collection<T> of,
            Function<T, List<@Nullable Object[]>> rows)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var one : of) {
                for (var row : rows.apply(one)) {
                    Database.bind(statement, row);
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static Citizen citizen(ResultSet row) throws SQLException {
        return new Citizen(
                row.getString("national_id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("father_name"),
                row.getString("gender").equals("male") ? Gender.MALE : Gender.FEMALE,
                row.getObject("birth_date", LocalDate.class),
                row.getObject("death_date", LocalDate.class),
                List.of((String[]) row.getArray("mobiles").getArray()),
                row.getString("status") == null
                        ? null
                        : new Military(
                                row.getString("status"),
                                row.getObject("since", LocalDate.class),
                                row.getString("exemption")),
                row.getString("level") == null
                        ? null
                        : new Degree(
                                row.getString("level"),
                                row.getString("field"),
                                row.getString("university"),
                                row.getInt("year")),
                row.getString("postcode"));
    }
}
