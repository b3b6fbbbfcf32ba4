package org.dargah.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.dargah.catalog.internal.Changes;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackFolder;
import org.dargah.catalog.internal.PackFolder.Reading;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.SearchIndex;
import org.dargah.catalog.internal.VersionTable;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What agencies offer. Every version of a service is immutable and stays readable, so a running
 * case keeps the version on which it began.
 */
@Component
public final class Catalog {

    /**
     * A service that its agency offers no more.
     *
     * @param last the version that was current
     */
    public record Retired(Service last, Instant at) {}

    private final VersionTable table;
    private final Changes changes;
    private final TransactionTemplate transactions;
    private final Map<VersionId, Service> versions = new ConcurrentHashMap<>();
    private volatile Map<ServiceCode, Service> current = Map.of();
    private volatile Map<ServiceCode, Retired> retired = Map.of();
    private volatile long revision = -1;
    private volatile @Nullable SearchIndex index;

    Catalog(VersionTable table, Changes changes, TransactionTemplate transactions) {
        this.table = table;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** The current version of a service. */
    public Optional<Service> find(ServiceCode code) {
        return Optional.ofNullable(current.get(code));
    }

    /** The current version of a service by the two parts of its page's address. */
    public Optional<Service> find(String agency, String name) {
        return current.values().stream()
                .filter(service -> service.agency().value().equals(agency))
                .filter(service -> service.code().value().equals(name))
                .findFirst();
    }

    /** A service that its agency retired, by the two parts of its page's address. */
    public Optional<Retired> retired(String agency, String name) {
        return retired.values().stream()
                .filter(gone -> gone.last().agency().value().equals(agency))
                .filter(gone -> gone.last().code().value().equals(name))
                .findFirst();
    }

    /** True if its agency retired it and did not publish it anew. */
    public boolean isRetired(ServiceCode code) {
        return retired.containsKey(code);
    }

    /** Any version that was ever published. */
    public Optional<Service> version(VersionId id) {
        Service known = versions.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Service> kept = table.find(id).map(Packs::service);
        kept.ifPresent(service -> versions.put(id, service));
        return kept;
    }

    /** The current versions of all services, in the order of their codes. */
    public List<Service> all() {
        return List.copyOf(current.values());
    }

    /**
     * The services that fit what a person typed, the best first: in their own words, in any
     * spelling, in Persian or English, with a letter wrong. Empty when nothing fits.
     */
    public List<Service> search(String text) {
        SearchIndex known = index;
        if (known == null) {
            known = new SearchIndex(all());
            index = known;
        }
        return known.search(text);
    }

    /**
     * Makes the packs of a folder the current ones. A bad pack is refused and its service stays as
     * it was; a service that came from the folder and whose folder is gone is withdrawn, its
     * versions stay readable. What was decided in the browser goes before the folder (ADR 125).
     *
     * @param check everything that is wrong with a pack; not asked about content that was a version
     *     before, so that a start with nothing new is quick
     */
    public List<Publication> publishAll(Path services, Function<PackFiles, List<Problem>> check) {
        var publications = new ArrayList<Publication>();
        var present = new HashSet<String>();
        for (Reading reading : PackFolder.readAll(services)) {
            switch (reading) {
                case Reading.Read(Pack pack) -> {
                    publications.add(
                            present.add(pack.code().value())
                                    ? publish(pack, check)
                                    : claimedTwice(pack));
                }
                case Reading.Unreadable(String name, List<Problem> problems) -> {
                    present.add(name.substring(name.indexOf('/') + 1));
                    publications.add(new Publication.Refused(name, problems));
                }
            }
        }
        withdrawAllBut(present);
        refresh();
        return publications;
    }

    private static Publication claimedTwice(Pack pack) {
        return new Publication.Refused(
                pack.name(),
                List.of(Problem.of(pack.name(), "another agency has a service of this code")));
    }

    private Publication publish(Pack pack, Function<PackFiles, List<Problem>> check) {
        if (table.find(pack.version()).isEmpty()) {
            List<Problem> problems =
                    check.apply(new PackFiles(pack.agency(), pack.code(), pack.files()));
            if (!problems.isEmpty()) {
                return new Publication.Refused(pack.name(), problems);
            }
        }
        Changes.FromFolder came =
                Objects.requireNonNull(transactions.execute(status -> changes.fromFolder(pack)));
        return came.overruled() == null
                ? new Publication.Accepted(version(pack.version()).orElseThrow(), came.isNew())
                : new Publication.Overruled(pack.name(), came.overruled());
    }

    private void withdrawAllBut(Collection<String> present) {
        for (VersionTable.Standing standing : table.standings()) {
            if (standing.current().isPresent() && !present.contains(standing.code().value())) {
                transactions.executeWithoutResult(status -> changes.withdraw(standing.code()));
            }
        }
    }

    /** Takes what another node has published or retired; cheap when nothing has changed. */
    public void refreshIfChanged() {
        if (table.revision() != revision) {
            refresh();
        }
    }

    /** One at a time, so that an older look never replaces a newer one. */
    synchronized void refresh() {
        long seen = table.revision();
        Map<ServiceCode, Service> fresh = new TreeMap<>();
        Map<ServiceCode, Retired> gone = new TreeMap<>();
        for (VersionTable.Standing standing : table.standings()) {
            standing.current()
                    .flatMap(this::version)
                    .ifPresent(service -> fresh.put(standing.code(), service));
            Instant retiredAt = standing.retiredAt();
            if (retiredAt != null) {
                table.lastCurrent(standing.code())
                        .flatMap(this::version)
                        .map(last -> new Retired(last, retiredAt))
                        .ifPresent(retired -> gone.put(standing.code(), retired));
            }
        }
        current = Collections.unmodifiableMap(fresh);
        retired = Collections.unmodifiableMap(gone);
        revision = seen;
        index = null;
    }
}
