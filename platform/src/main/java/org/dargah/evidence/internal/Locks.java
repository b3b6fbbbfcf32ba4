package org.dargah.evidence.internal;

import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks in the database that end with their transaction, so that none outlives its holder. */
final class Locks {

    private Locks() {}

    static void take(JdbcClient jdbc, String what, Province province) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "evidence/" + what + "/" + province.code())
                .query(row -> {});
    }
}
