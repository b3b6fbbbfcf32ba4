package org.dargah.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.agencies.Agencies;
import org.dargah.catalog.Change.Kind;
import org.dargah.catalog.Change.Origin;
import org.dargah.catalog.internal.Changes;
import org.dargah.catalog.internal.Declared;
import org.dargah.catalog.internal.OnceOnlyRules;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackCheck;
import org.dargah.catalog.internal.PackFolder;
import org.dargah.catalog.internal.PackZip;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable;
import org.dargah.exchange.Registries;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door by which a floor above hands packs in, takes services back to earlier versions and
 * retires them. Who may do so, and that two people do it, is decided there.
 */
@Component
public class Publishing {

    /**
     * What is wrong with a pack.
     *
     * @param service the pack as it would be offered; null while its card, form or rules cannot be
     *     read
     * @param examples those that can be read; none while the service cannot
     * @param onceOnly what it asks although a registry tells it; null while it cannot be read
     */
    public record Checked(
            List<Problem> problems,
            @Nullable Service service,
            List<Example> examples,
            @Nullable OnceOnly onceOnly) {
        public Checked {
            problems = List.copyOf(problems);
            examples = List.copyOf(examples);
        }

        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    /**
     * A service that an agency offers or offered.
     *
     * @param service the current version, or the last one of a service that is offered no more
     * @param retired true when the agency retired it
     * @param overruled true when the server's folder holds another version, and what was decided in
     *     the browser went before it (ADR 125)
     */
    public record Offered(
            Service service, boolean current, boolean retired, Origin origin, boolean overruled) {}

    /** A service with what became of it last. */
    public record Listed(Offered offered, Change last) {}

    /** The largest zip that is opened, in bytes. */
    public static final int LARGEST_ZIP = PackZip.LARGEST_ZIP;

    private final VersionTable table;
    private final Changes changes;
    private final Catalog catalog;
    private final Agencies agencies;
    private final List<EffectKind> effects;
    private final OnceOnlyRules onceOnly;
    private final Clock clock;

    Publishing(
            VersionTable table,
            Changes changes,
            Catalog catalog,
            Agencies agencies,
            ObjectProvider<EffectKind> effects,
            Registries registries,
            Clock clock) {
        this.table = table;
        this.changes = changes;
        this.catalog = catalog;
        this.agencies = agencies;
        this.effects = effects.stream().toList();
        this.onceOnly = new OnceOnlyRules(registries.all());
        this.clock = clock;
    }

    /** Opens an uploaded zip; refuses it whole when anything in it is not a pack's. */
    public Unpacked unpack(byte[] zip) {
        return PackZip.read(zip);
    }

    /** The files as a zip, for whoever wants to go on elsewhere. */
    public byte[] zip(PackFiles files) {
        return pack(files).zipped();
    }

    private static Pack pack(PackFiles files) {
        return new Pack(files.agency(), files.code(), files.files());
    }

    /** The id that these files have once they are published. */
    public static VersionId content(PackFiles files) {
        return pack(files).version();
    }

    /** True if a pack may hold a file of this name. */
    public static boolean mayHold(String path) {
        return PackFolder.isAllowed(path);
    }

    /** True if no pack is whole without it. */
    public static boolean isNeeded(String path) {
        return PackFolder.isNeeded(path);
    }

    /** Everything that is wrong with a pack, as publishing would find it; nothing of it is kept. */
    public Checked check(PackFiles files) {
        Pack pack = pack(files);
        var problems = new ArrayList<>(PackFolder.structure(pack.files()));
        if (!problems.isEmpty()) {
            return new Checked(problems, null, List.of(), null);
        }
        if (agencies.find(files.agency()).isEmpty()) {
            problems.add(Problem.of(Pack.CARD, "the province has no agency " + files.agency()));
        }
        taken(files).ifPresent(problems::add);
        // Rules of its own: what is compiled of a draft must not stay in memory for ever.
        problems.addAll(new PackCheck(new Rules(), effects).problems(pack, clock.instant()));
        if (!isReadable(problems)) {
            return new Checked(problems, null, List.of(), null);
        }
        Service service = service(pack);
        OnceOnly asked = onceOnly.check(service, pack);
        problems.addAll(withThisProvince(service, asked));
        return new Checked(problems, service, Packs.readableExamples(pack), asked);
    }

    /**
     * What is wrong with an example that was walked one floor up, at its lines.
     *
     * @param trouble why the example could not be walked to its end; empty for most
     */
    public static List<Problem> broken(
            PackFiles files,
            Example example,
            List<Example.Difference> differences,
            String trouble) {
        Declared declared = Declared.example(pack(files), example.file());
        var problems = new ArrayList<Problem>();
        differences.forEach(
                it -> problems.add(declared.problem("/expect/" + it.field(), it.toString())));
        if (!trouble.isEmpty()) {
            problems.add(declared.problem("/course", "it cannot be walked: " + trouble));
        }
        return problems;
    }

    /** What only the province knows: its bodies, and what its registries tell. */
    private List<Problem> withThisProvince(Service service, OnceOnly asked) {
        var problems = new ArrayList<Problem>();
        Stream.concat(
                        service.opinions().stream().flatMap(it -> it.agencies().stream()),
                        service.terms().silence().body().stream())
                .distinct()
                .filter(agency -> agencies.find(agency).isEmpty())
                .map(agency -> Problem.of(Pack.CARD, "the province has no agency " + agency))
                .forEach(problems::add);
        asked.refused().stream().map(OnceOnly.Finding::problem).forEach(problems::add);
        return problems;
    }

    private Optional<Problem> taken(PackFiles files) {
        return table.owner(files.code())
                .filter(owner -> !owner.equals(files.agency()))
                .map(owner -> Problem.of(Pack.CARD, "another agency has a service of this code"));
    }

    /** What is wrong with examples and translations stops no one from looking at the rest. */
    private static boolean isReadable(List<Problem> problems) {
        return problems.stream()
                .allMatch(
                        problem ->
                                problem.file().startsWith("examples")
                                        || problem.file().equals(Pack.ENGLISH));
    }

    private Service service(Pack pack) {
        int number = table.versions(pack.code()).size() + 1;
        return Packs.service(new VersionTable.Kept(pack.version(), number, clock.instant(), pack));
    }

    /**
     * Makes a pack the current version from this moment on; running cases keep theirs. A bad one is
     * refused whole.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Publication publish(PackFiles files, Publisher by, String reason) {
        Checked checked = check(files);
        Pack pack = pack(files);
        if (!checked.isGood()) {
            return new Publication.Refused(pack.name(), checked.problems());
        }
        VersionTable.Standing standing = table.lock(pack.code(), clock.instant());
        Optional<Problem> taken = taken(files);
        if (taken.isPresent()) {
            return new Publication.Refused(pack.name(), List.of(taken.get()));
        }
        boolean isNew = !standing.current().equals(Optional.of(pack.version()));
        if (isNew) {
            changes.publish(pack, by, Origin.BROWSER, reason);
            refreshAfterwards();
        }
        return new Publication.Accepted(
                Packs.service(table.find(pack.version()).orElseThrow()), isNew);
    }

    /**
     * Makes an earlier version the current one again; false if it is the current one already or no
     * version of this service.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean returnTo(ServiceCode code, VersionId id, Publisher by, String reason) {
        VersionTable.Standing standing = table.lock(code, clock.instant());
        Optional<VersionTable.Kept> kept =
                table.find(id).filter(version -> version.pack().code().equals(code));
        if (kept.isEmpty() || standing.current().equals(Optional.of(id))) {
            return false;
        }
        changes.change(kept.get(), Kind.RETURNED_TO, Origin.BROWSER, by, reason);
        refreshAfterwards();
        return true;
    }

    /**
     * Takes a service out of the offer until it is published anew; running cases go on. False if it
     * is not offered.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean retire(ServiceCode code, Publisher by, String reason) {
        VersionTable.Standing standing = table.lock(code, clock.instant());
        if (standing.current().isEmpty()) {
            return false;
        }
        VersionTable.Kept kept = table.find(standing.current().get()).orElseThrow();
        changes.change(kept, Kind.RETIRED, Origin.BROWSER, by, reason);
        refreshAfterwards();
        return true;
    }

    /** This node at once; the others look for themselves. */
    private void refreshAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        catalog.refresh();
                    }
                });
    }

    /** What an agency offers or offered, in the order of the codes. */
    public List<Offered> offered(AgencyCode agency) {
        return table.of(agency).stream().flatMap(this::offered).toList();
    }

    /**
     * What agencies offer or offered, with what became of it last: one question to the database,
     * whatever their number; versions that were seen before are remembered.
     */
    public List<Listed> listed(Collection<AgencyCode> of) {
        return of.isEmpty()
                ? List.of()
                : table.latest(of).stream()
                        .flatMap(
                                latest ->
                                        catalog
                                                .version(latest.change().version())
                                                .map(it -> offered(latest.standing(), it))
                                                .map(it -> new Listed(it, latest.change()))
                                                .stream())
                        .toList();
    }

    private static Offered offered(VersionTable.Standing standing, Service service) {
        return new Offered(
                service,
                standing.current().isPresent(),
                standing.isRetired(),
                standing.origin(),
                standing.isOverruled());
    }

    /** The same of one service. */
    public Optional<Offered> offered(ServiceCode code) {
        return table.standing(code).stream().flatMap(this::offered).findFirst();
    }

    private Stream<Offered> offered(VersionTable.Standing standing) {
        return standing
                .current()
                .or(() -> table.lastCurrent(standing.code()))
                .flatMap(catalog::version)
                .map(service -> offered(standing, service))
                .stream();
    }

    /** True if a service of this code was ever published. */
    public boolean isTaken(ServiceCode code) {
        return table.owner(code).isPresent();
    }

    /** All versions of a service, the latest first. */
    public List<Published> versions(ServiceCode code) {
        return table.versions(code);
    }

    /** What became of a service, the latest first. */
    public List<Change> changes(ServiceCode code, int skip, int most) {
        return table.changes(code, skip, most);
    }

    /** The files of a version, to go on from. */
    public Optional<PackFiles> files(VersionId id) {
        return table.find(id)
                .map(VersionTable.Kept::pack)
                .map(pack -> new PackFiles(pack.agency(), pack.code(), pack.files()));
    }
}
