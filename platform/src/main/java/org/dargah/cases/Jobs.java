package org.dargah.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.CaseCounts;
import org.dargah.cases.internal.EngineJobs;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.TrackingCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's work on cases, for whoever keeps the machine: nothing of the persons in them. */
@Component
public class Jobs {

    private static final Purpose KEEPING = new Purpose("keep-the-machine");

    private final EngineJobs engine;
    private final CaseCounts cases;
    private final Acts acts;

    Jobs(EngineJobs engine, CaseCounts cases, Acts acts) {
        this.engine = engine;
        this.cases = cases;
        this.acts = acts;
    }

    /** Why a job does not go on. */
    public enum State {
        /** Given up: a person must look, mend, and have it tried again. */
        DEAD,
        /** Something broke; it is tried again by itself for a while. */
        FAILING,
        /** A registry is silent; it is tried again by itself until it answers. */
        WAITING_FOR_REGISTRY
    }

    /**
     * A job that does not go on.
     *
     * @param step its name in the service's process
     * @param since when it was first to be done
     */
    public record Stuck(
            String id,
            CaseId caseId,
            TrackingCode tracking,
            String step,
            Instant since,
            State state) {}

    /** The dead ones first, then the oldest, {@code most} of each kind. */
    public List<Stuck> stuck(Province province, int most) {
        return withCases(
                province,
                Stream.concat(engine.dead(most).stream(), engine.failing(most).stream()).toList());
    }

    public Optional<Stuck> dead(Province province, String id) {
        return withCases(province, engine.dead(id).stream().toList()).stream().findFirst();
    }

    private List<Stuck> withCases(Province province, List<EngineJobs.Job> jobs) {
        Map<CaseId, CaseCounts.Place> places =
                cases.places(province, jobs.stream().map(EngineJobs.Job::caseId).toList());
        return jobs.stream()
                .flatMap(
                        job ->
                                Stream.ofNullable(places.get(job.caseId()))
                                        .map(place -> stuck(job, place)))
                .toList();
    }

    private static Stuck stuck(EngineJobs.Job job, CaseCounts.Place place) {
        State state =
                place.stage() == Stage.AWAITING_REGISTRY
                        ? State.WAITING_FOR_REGISTRY
                        : State.FAILING;
        return new Stuck(
                job.id(),
                job.caseId(),
                place.tracking(),
                job.step(),
                job.since(),
                job.dead() ? State.DEAD : state);
    }

    /** Hands a dead job to the engine once more; false when somebody has done so already. */
    @Transactional
    public boolean tryAgain(Province province, String id, CurrentOfficer by) {
        Optional<Stuck> dead = dead(province, id);
        dead.ifPresent(
                job -> {
                    engine.revive(id);
                    acts.record(
                            Act.JOB_TRIED_AGAIN,
                            Entry.by(province, by.actor(), Channel.PORTAL, KEEPING)
                                    .at(by.agency())
                                    .in(job.caseId())
                                    .with("step", job.step()));
                });
        return dead.isPresent();
    }
}
