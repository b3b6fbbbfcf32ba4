package org.dargah.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * The reference: what the database does with the rows of a submission when nothing else is asked of
 * it. The rows are those that a real submission has just written, read back whole; each copy
 * differs from them in its keys alone, and one transaction writes them all.
 */
final class Bare {

    /** A row as it stands in a table. */
    private record Row(String table, List<String> columns, List<@Nullable Object> values) {

        String insert() {
            return "insert into "
                    + table
                    + " ("
                    + String.join(", ", columns)
                    + ") values ("
                    + String.join(", ", columns.stream().map(column -> "?").toList())
                    + ")";
        }
    }

    /** The newest case, if everything of it still lies as its submission wrote it. */
    private static final String FRESH =
            """
            select c.id from (select id from cases.case_file
                where province = 'IR-08' and stage = 'SUBMITTED' order by id desc limit 1) c
            where exists (select 1 from messages.sms s
                    where s.province = 'IR-08' and s.case_id = c.id and s.state = 'waiting'
                        and s.tries = 0)
                and (select count(*) from events.event_publication e
                    where e.serialized_event like '%' || c.id || '%') = 2
            """;

    private final List<Row> rows;
    private final UUID original;
    private final AtomicLong copies = new AtomicLong();

    private Bare(List<Row> rows, UUID original) {
        this.rows = rows;
        this.original = original;
    }

    /** Reads the rows of a submission that nobody has worked on yet, if there is one just now. */
    static Optional<Bare> look(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var fresh = connection.prepareStatement(FRESH);
                ResultSet found = fresh.executeQuery()) {
            if (!found.next()) {
                return Optional.empty();
            }
            UUID id = found.getObject(1, UUID.class);
            var rows = new ArrayList<Row>();
            rows.addAll(read(connection, "cases.case_file", "id = ?", id));
            rows.addAll(read(connection, "acts.act", "case_id = ?", id));
            rows.addAll(
                    read(
                            connection,
                            "events.event_publication",
                            "serialized_event like '%' || ?::text || '%'",
                            id));
            rows.addAll(read(connection, "messages.sms", "case_id = ?", id));
            return Optional.of(new Bare(rows, id));
        } finally {
            connection.rollback();
        }
    }

    private static List<Row> read(Connection connection, String table, String where, UUID id)
            throws SQLException {
        var rows = new ArrayList<Row>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from " + table + " where " + where)) {
            select.setObject(1, id);
            try (ResultSet found = select.executeQuery()) {
                ResultSetMetaData shape = found.getMetaData();
                while (found.next()) {
                    var columns = new ArrayList<String>();
                    var values = new ArrayList<@Nullable Object>();
                    for (int i = 1; i <= shape.getColumnCount(); i++) {
                        columns.add(shape.getColumnName(i));
                        values.add(found.getObject(i));
                    }
                    rows.add(new Row(table, columns, values));
                }
            }
        }
        return rows;
    }

    /** Such as «1 cases.case_file, 2 events.event_publication». */
    String shape() {
        return rows.stream().map(Row::table).distinct().map(this::counted).toList().toString();
    }

    private String counted(String table) {
        return rows.stream().filter(row -> row.table().equals(table)).count() + " " + table;
    }

    /** Writes copies for so long, over so many connections. */
    Load.Outcome write(Running running, int connections, Duration warmUp, Duration time)
            throws IOException, SQLException, InterruptedException {
        BlockingQueue<Writer> writers = new ArrayBlockingQueue<>(connections);
        try {
            for (int i = 0; i < connections; i++) {
                writers.add(new Writer(running.database()));
            }
            Load.closed(connections, warmUp, number -> copy(writers));
            return Load.closed(connections, time, number -> copy(writers));
        } finally {
            for (Writer writer : writers) {
                writer.close();
            }
        }
    }

    private boolean copy(BlockingQueue<Writer> writers) throws InterruptedException, SQLException {
        Writer writer = writers.take();
        try {
            writer.copy(copies.incrementAndGet());
            return true;
        } finally {
            writers.add(writer);
        }
    }

    /** One connection with its statements prepared. */
    private final class Writer {

        private final Connection connection;
        private final List<PreparedStatement> inserts = new ArrayList<>();

        Writer(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            for (Row row : rows) {
                inserts.add(connection.prepareStatement(row.insert()));
            }
        }

        void copy(long number) throws SQLException {
            UUID id = Ids.next();
            for (int i = 0; i < rows.size(); i++) {
                fill(inserts.get(i), rows.get(i), id, number);
                inserts.get(i).executeUpdate();
            }
            connection.commit();
        }

        private void fill(PreparedStatement insert, Row row, UUID id, long number)
                throws SQLException {
            for (int i = 0; i < row.columns().size(); i++) {
                insert.setObject(
                        i + 1, value(row, row.columns().get(i), row.values().get(i), id, number));
            }
        }

        private @Nullable Object value(
                Row row, String column, @Nullable Object value, UUID id, long number) {
            return switch (column) {
                case "id" -> row.table().equals("cases.case_file") ? id : Ids.next();
                case "case_id" -> id;
                case "tracking" -> "copy-" + number;
                case "submit_key" -> "api:bench:" + id;
                case "serialized_event", "details" -> mine(value, id);
                default -> value;
            };
        }

        /** The case's own id within a text. */
        private @Nullable Object mine(@Nullable Object value, UUID id) {
            return value instanceof String text
                    ? text.replace(original.toString(), id.toString())
                    : value instanceof PGobject json ? json : value;
        }

        void close() throws SQLException {
            connection.close();
        }
    }
}
