package org.dargah.cases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Several hands on one case, none of which can be quick enough to be alone: the row is held until
 * all of them stand before it, in the order in which they came. Who does not ask for the row is
 * through before it is let go, and acts on what was.
 */
record InTheSameInstant(JdbcClient jdbc, TransactionTemplate transaction) {

    <T> List<T> on(CaseFile file, List<? extends Callable<T>> hands) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            transaction.executeWithoutResult(
                    status -> {
                        hold(file);
                        for (Callable<T> hand : hands) {
                            futures.add(threads.submit(hand));
                            await().atMost(Duration.ofSeconds(10))
                                    .pollInterval(Duration.ofMillis(5))
                                    .until(() -> done(futures) + waiting() >= futures.size());
                        }
                    });
            var answers = new ArrayList<T>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private void hold(CaseFile file) {
        jdbc.sql(
                        """
                        select id from cases.case_file where province = :province and id = :id
                        for update
                        """)
                .param("province", file.province().code())
                .param("id", file.key())
                .query()
                .singleValue();
    }

    private static <T> int done(List<Future<T>> futures) {
        return (int) futures.stream().filter(Future::isDone).count();
    }

    private int waiting() {
        return jdbc.sql(
                        """
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%cases.case_file%'
                        """)
                .query(Integer.class)
                .single();
    }
}
