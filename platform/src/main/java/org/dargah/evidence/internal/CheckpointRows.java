package org.dargah.evidence.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code evidence.checkpoint}. */
@Repository
public class CheckpointRows {

    /** A checkpoint as it was signed. */
    record Signed(Checkpoint checkpoint, SignedNote note, boolean published) {}

    private final JdbcClient jdbc;

    public CheckpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps every other program from signing until this transaction ends. */
    void lock(Province province) {
        Locks.take(jdbc, "checkpoint", province);
    }

    Optional<Signed> newest(Province province) {
        return jdbc.sql(
                        """
                        select note, published from evidence.checkpoint
                        where province = :province
                        order by size desc limit 1
                        """)
                .param("province", province.code())
                .query(CheckpointRows::signed)
                .optional();
    }

    Optional<Signed> published(Province province) {
        return jdbc.sql(
                        """
                        select note, published from evidence.checkpoint
                        where province = :province and published
                        order by size desc limit 1
                        """)
                .param("province", province.code())
                .query(CheckpointRows::signed)
                .optional();
    }

    /** What anyone may see. */
    public Optional<SignedNote> publishedNote(Province province) {
        return published(province).map(Signed::note);
    }

    private static Signed signed(ResultSet row, int number) throws SQLException {
        SignedNote note = SignedNote.parse(row.getString("note")).orElseThrow();
        return new Signed(
                Checkpoint.parse(note.text()).orElseThrow(), note, row.getBoolean("published"));
    }

    void add(Province province, Checkpoint checkpoint, SignedNote note, Instant at) {
        jdbc.sql(
                        """
                        insert into evidence.checkpoint (province, size, at, note, published)
                        values (:province, :size, :at, :note, false)
                        """)
                .param("province", province.code())
                .param("size", checkpoint.size())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", note.toString())
                .update();
    }

    /** With what the witnesses said. */
    void publish(Province province, long size, SignedNote note) {
        jdbc.sql(
                        """
                        update evidence.checkpoint set note = :note, published = true
                        where province = :province and size = :size
                        """)
                .param("province", province.code())
                .param("size", size)
                .param("note", note.toString())
                .update();
    }

    /** Of those older than an hour only the last of each hour stays. */
    void thinOut(Province province, Instant now) {
        jdbc.sql(
                        """
                        delete from evidence.checkpoint c
                        where c.province = :province and c.at < :before
                            and exists (select 1 from evidence.checkpoint later
                                where later.province = c.province and later.size > c.size
                                    and date_trunc('hour', later.at) = date_trunc('hour', c.at))
                        """)
                .param("province", province.code())
                .param("before", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
