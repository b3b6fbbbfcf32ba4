package org.dargah.documents.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes bytes that no row speaks of: files that people took away, and uploads whose transaction
 * never committed. A day's grace, by the clock of the disk, since bytes lie there before their row.
 */
@Component
public class Sweep {

    private static final Duration GRACE = Duration.ofDays(1);

    private final FileStore store;
    private final JdbcClient jdbc;
    private final Province home;

    Sweep(FileStore store, JdbcClient jdbc, @Value("${dargah.province}") String home) {
        this.store = store;
        this.jdbc = jdbc;
        this.home = new Province(home);
    }

    /** Not the injected clock: the age of a file is what the disk's own clock says. */
    public void run() {
        Instant before = Instant.now().minus(GRACE);
        store.forgetDrafts(before);
        store.eachShelf(before, this::removeUnused);
    }

    private void removeUnused(List<Sha256> kept) {
        Set<Sha256> unused = new HashSet<>(kept);
        unused.removeAll(used(kept));
        unused.forEach(store::remove);
    }

    private List<Sha256> used(List<Sha256> kept) {
        return jdbc.sql(
                        """
                        select sha256 from documents.file
                        where province = :province and sha256 in (:kept)
                        union
                        select sha256 from documents.certificate
                        where province = :province and sha256 in (:kept)
                        """)
                .param("province", home.code())
                .param("kept", kept.stream().map(Sha256::bytes).toList())
                .query((row, n) -> Sha256.ofBytes(row.getBytes(1)))
                .list();
    }
}
