package org.dargah.evidence.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code evidence.archive}, and where a month of records ends. */
@Repository
public class ArchiveRows {

    /**
     * A month that is archived.
     *
     * @param until the place after its last record
     * @param hash SHA-256 of what the archive says of it, hexadecimal
     */
    public record Closed(YearMonth month, long until, String hash) {}

    private final JdbcClient jdbc;

    public ArchiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of months. */
    public List<Closed> all(Province province) {
        return jdbc.sql(
                        """
                        select month, until_index, hash from evidence.archive
                        where province = :province order by month
                        """)
                .param("province", province.code())
                .query(
                        (row, number) ->
                                new Closed(
                                        YearMonth.parse(row.getString("month")),
                                        row.getLong("until_index"),
                                        row.getString("hash")))
                .list();
    }

    public Optional<Closed> last(Province province) {
        List<Closed> all = all(province);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    void insert(Province province, Closed closed, long leaf, Instant at) {
        jdbc.sql(
                        """
                        insert into evidence.archive
                            (province, month, until_index, hash, leaf_index, archived_at)
                        values (:province, :month, :until, :hash, :leaf, :at)
                        """)
                .param("province", province.code())
                .param("month", closed.month().toString())
                .param("until", closed.until())
                .param("hash", closed.hash())
                .param("leaf", leaf)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When the record at this place was left, if there is one. */
    Optional<Instant> at(Province province, long index) {
        return jdbc.sql(
                        """
                        select at from evidence.record
                        where province = :province and leaf_index = :index
                        """)
                .param("province", province.code())
                .param("index", index)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The place after the last record left before then; looked for from the newest back. */
    long endBefore(Province province, Instant then) {
        return jdbc.sql(
                        """
                        select leaf_index + 1 from evidence.record
                        where province = :province and at < :then
                        order by leaf_index desc limit 1
                        """)
                .param("province", province.code())
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
