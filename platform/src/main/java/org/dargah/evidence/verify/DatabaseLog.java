package org.dargah.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.Opened;
import org.dargah.evidence.internal.ArchiveRows;
import org.dargah.evidence.internal.CheckpointRows;
import org.dargah.evidence.internal.LogRows;
import org.dargah.evidence.internal.TileRows;
import org.dargah.evidence.tree.Tile;
import org.dargah.kernel.Province;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The log in its own database, with the private records: for the operator. */
final class DatabaseLog implements LogSource, Records {

    private static final String TILE = "tile/";

    /** The line of postmaster.pid that holds the port (PostgreSQL, storage/file layout). */
    private static final int PORT_LINE = 3;

    private final Province province;
    private final CheckpointRows checkpoints;
    private final TileRows tiles;
    private final LogRows records;
    private final ArchiveRows archives;

    DatabaseLog(JdbcTemplate template, Province province) {
        JdbcClient jdbc = JdbcClient.create(template);
        this.province = province;
        this.checkpoints = new CheckpointRows(jdbc);
        this.tiles = new TileRows(jdbc, province);
        this.records = new LogRows(jdbc, template);
        this.archives = new ArchiveRows(jdbc);
    }

    /** Of a Dargah that runs on this folder with its own database. */
    static DatabaseLog beside(Path data, Province province) throws IOException {
        Path note = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.notExists(note)) {
            throw new IOException("no database runs on " + data + ": start Dargah on it first");
        }
        return at(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readAllLines(note).get(PORT_LINE).strip()
                        + "/dargah",
                "dargah",
                Files.readString(data.resolve("password-dargah")).strip(),
                province);
    }

    static DatabaseLog at(String url, String user, String password, Province province) {
        var source = new SingleConnectionDataSource(url, user, password, true);
        return new DatabaseLog(new JdbcTemplate(source), province);
    }

    @Override
    public Optional<byte[]> get(String path) throws IOException {
        try {
            if (path.equals("checkpoint")) {
                return checkpoints
                        .publishedNote(province)
                        .map(note -> note.toString().getBytes(StandardCharsets.UTF_8));
            }
            return path.startsWith(TILE)
                    ? Tile.parse(path.substring(TILE.length())).flatMap(tiles::find)
                    : Optional.empty();
        } catch (DataAccessException e) {
            throw new IOException("the database does not answer: " + e.getMessage(), e);
        }
    }

    /** The hashes of the months that were archived, in their order. */
    List<String> archived() {
        return archives.all(province).stream().map(ArchiveRows.Closed::hash).toList();
    }

    @Override
    public List<Opened> from(long index, int count) {
        return records.opened(province, index, count);
    }
}
