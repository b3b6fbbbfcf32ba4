package org.dargah.evidence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dargah.evidence.Opened;
import org.dargah.evidence.Place;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code evidence.record}: added and read, never changed (a trigger sees to that). */
@Repository
public class LogRows {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    public LogRows(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Waits until no other transaction, of this program or another, adds to the province's log, and
     * keeps them out until this one ends.
     *
     * @return how many records there are; the next one's place
     */
    long lock(Province province) {
        Locks.take(jdbc, "append", province);
        return jdbc.sql(
                        """
                        select coalesce(max(leaf_index) + 1, 0) from evidence.record
                        where province = :province
                        """)
                .param("province", province.code())
                .query(Long.class)
                .single();
    }

    /** One statement for all: rows in an array cost half of rows in a batch. */
    void insert(Province province, long first, List<Waiting<?>> waiting) {
        batches.update(
                connection -> {
                    PreparedStatement insert =
                            connection.prepareStatement(
                                    """
                                    insert into evidence.record
                                        (province, leaf_index, id, at, salt, record, entry)
                                    select ?, ? + row.n - 1, row.id, row.at, row.salt, row.record, row.entry
                                    from unnest(?::uuid[], ?::timestamptz[], ?::bytea[], ?::bytea[], ?::bytea[])
                                        with ordinality as row (id, at, salt, record, entry, n)
                                    """);
                    insert.setString(1, province.code());
                    insert.setLong(2, first);
                    set(insert, 3, "uuid", waiting, Waiting::id);
                    set(insert, 4, "timestamptz", waiting, one -> one.at().toString());
                    set(insert, 5, "bytea", waiting, Waiting::salt);
                    set(insert, 6, "bytea", waiting, Waiting::record);
                    set(insert, 7, "bytea", waiting, Waiting::entry);
                    return insert;
                });
    }

    private static void set(
            PreparedStatement statement,
            int number,
            String type,
            List<Waiting<?>> waiting,
            Function<Waiting<?>, Object> value)
            throws SQLException {
        Connection connection = statement.getConnection();
        Object[] values = waiting.stream().map(value).toArray();
        if (type.equals("bytea")) {
            values = waiting.stream().map(value).toArray(byte[][]::new);
        }
        statement.setArray(number, connection.createArrayOf(type, values));
    }

    /**
     * The public entries from this place on.
     *
     * @throws IllegalStateException when one is missing among them
     */
    List<byte[]> entries(Province province, long from, int limit) {
        return jdbc.sql(
                        """
                        select leaf_index, entry from evidence.record
                        where province = :province and leaf_index >= :from and leaf_index < :end
                        order by leaf_index
                        """)
                .param("province", province.code())
                .param("from", from)
                .param("end", from + limit)
                .query(
                        (row, number) -> {
                            if (row.getLong("leaf_index") != from + number) {
                                throw new IllegalStateException(
                                        "Record " + (from + number) + " is missing");
                            }
                            return row.getBytes("entry");
                        })
                .list();
    }

    public Optional<Opened> opened(Province province, long index) {
        return opened(province, index, 1).stream().findFirst();
    }

    /** Those that are there among so many places from this one on, in their order. */
    public List<Opened> opened(Province province, long from, int count) {
        return jdbc.sql(
                        """
                        select leaf_index, id, at, salt, record from evidence.record
                        where province = :province and leaf_index >= :from and leaf_index < :end
                        order by leaf_index
                        """)
                .param("province", province.code())
                .param("from", from)
                .param("end", from + count)
                .query(
                        (row, number) ->
                                new Opened(
                                        new Place(
                                                row.getLong("leaf_index"),
                                                row.getObject("id", UUID.class)),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getBytes("salt"),
                                        row.getBytes("record")))
                .list();
    }
}
