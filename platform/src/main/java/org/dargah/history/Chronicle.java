package org.dargah.history;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.dargah.kernel.TravellingClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks a plan from moment to moment: the clock travels, forward only, everybody who has something
 * to do at that moment does it at once, and all has come to rest before the next.
 */
final class Chronicle {

    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);

    /** As many as two cores keep busy; more would wait for each other. */
    private static final int AT_ONCE = 6;

    private final Plan plan;
    private final Diary diary;
    private final Teller teller;
    private final List<Errand> errands;
    private final Outside outside;
    private final TravellingClock clock;
    private final Set<Integer> stuck = ConcurrentHashMap.newKeySet();

    Chronicle(
            Plan plan,
            Diary diary,
            Teller teller,
            List<Errand> errands,
            Outside outside,
            TravellingClock clock) {
        this.plan = plan;
        this.diary = diary;
        this.teller = teller;
        this.errands = List.copyOf(errands);
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * @param progress hears how many cases have been begun
     */
    void tell(IntConsumer progress) throws IOException, InterruptedException {
        var begun = new HashSet<Integer>();
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Map.Entry<Instant, List<Plan.Task>> moment : plan.moments().entrySet()) {
                runErrands(moment.getKey());
                List<Plan.Task> left = moment.getValue().stream().filter(this::isLeft).toList();
                if (!left.isEmpty()) {
                    travelTo(moment.getKey());
                    doAll(people, left);
                }
                moment.getValue().forEach(task -> begun.add(task.story().number()));
                progress.accept(begun.size());
            }
        }
        runErrands(Instant.MAX);
    }

    private void runErrands(Instant until) throws IOException, InterruptedException {
        for (Errand errand : errands) {
            if (errand.at().isBefore(until) && diary.page(errand.number()).deeds() == 0) {
                travelTo(errand.at());
                run(errand);
            }
        }
    }

    /** Whatever is stuck is left out; it is tried again only by a start that goes on. */
    private void run(Errand errand) throws InterruptedException {
        if (!stuck.add(errand.number())) {
            return;
        }
        try {
            String code = errand.step().run();
            diary.keep(errand.number(), new Diary.Page(1, code), clock.instant());
        } catch (IOException | Stuck e) {
            LOG.warn("An errand of the demo's history is left out: {}", e.toString());
        }
    }

    private boolean isLeft(Plan.Task task) {
        return diary.page(task.story().number()).deeds() <= task.index();
    }

    private void travelTo(Instant moment) throws IOException, InterruptedException {
        if (moment.isAfter(clock.instant())) {
            clock.travelTo(moment);
            outside.travelTo(moment);
        }
    }

    private void doAll(ExecutorService people, List<Plan.Task> tasks) throws InterruptedException {
        var works = new ArrayList<Callable<Boolean>>();
        tasks.forEach(task -> works.add(() -> perform(task)));
        for (Future<Boolean> work : people.invokeAll(works)) {
            try {
                work.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("The demo's history breaks off", e.getCause());
            }
        }
    }

    private boolean perform(Plan.Task task) throws InterruptedException {
        int number = task.story().number();
        if (stuck.contains(number)) {
            return false;
        }
        try {
            String before = diary.page(number).code();
            String code = teller.tell(task, before);
            diary.keep(number, new Diary.Page(task.index() + 1, code), clock.instant());
            return true;
        } catch (IOException | Stuck e) {
            LOG.warn("Case {} of the demo's history stays where it is: {}", number, e.toString());
            stuck.add(number);
            return false;
        }
    }
}
