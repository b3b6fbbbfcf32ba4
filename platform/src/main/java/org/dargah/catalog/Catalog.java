package org.dargah.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.agencies.Agencies;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackCheck;
import org.dargah.catalog.internal.PackFolder;
import org.dargah.catalog.internal.PackFolder.Reading;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.SearchIndex;
import org.dargah.catalog.internal.VersionTable;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What agencies offer. Every version of a service is immutable and stays readable, so a running
 * case keeps the version on which it began.
 */
@Component
public final class Catalog {

    private static final Actor PROGRAM = Actor.system("catalog", "فهرست خدمت‌ها");
    private static final Purpose PUBLISHING = new Purpose("publish-service");

    private final VersionTable table;
    private final Agencies agencies;
    private final Acts acts;
    private final Province province;
    private final PackCheck check;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<VersionId, Service> versions = new ConcurrentHashMap<>();
    private volatile Map<ServiceCode, Service> current = Map.of();
    private volatile @Nullable SearchIndex index;

    Catalog(
            VersionTable table,
            Agencies agencies,
            Acts acts,
            @Value("${dargah.province}") String province,
            Rules rules,
            ObjectProvider<EffectKind> effects,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.agencies = agencies;
        this.acts = acts;
        this.province = new Province(province);
        this.check = new PackCheck(rules, effects.stream().toList());
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
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
     * it was; a service whose folder is gone is withdrawn, its versions stay readable.
     */
    public List<Publication> publishAll(Path services) {
        var publications = new ArrayList<Publication>();
        var present = new HashSet<String>();
        for (Reading reading : PackFolder.readAll(services)) {
            switch (reading) {
                case Reading.Read(Pack pack) -> {
                    publications.add(
                            present.add(pack.code().value()) ? publish(pack) : claimedTwice(pack));
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

    private Publication publish(Pack pack) {
        Instant now = clock.instant();
        if (table.find(pack.version()).isEmpty()) {
            List<Problem> problems = new ArrayList<>(check.problems(pack, now));
            if (agencies.find(pack.agency()).isEmpty()) {
                problems.add(Problem.of(Pack.CARD, "the province has no agency " + pack.agency()));
            }
            if (!problems.isEmpty()) {
                return new Publication.Refused(pack.name(), problems);
            }
        }
        boolean isNew = Boolean.TRUE.equals(transactions.execute(status -> makeCurrent(pack, now)));
        return new Publication.Accepted(version(pack.version()).orElseThrow(), isNew);
    }

    private boolean makeCurrent(Pack pack, Instant now) {
        VersionId id = pack.version();
        Optional<VersionId> before = table.lockCurrent(pack.code(), now);
        if (before.equals(Optional.of(id))) {
            return false;
        }
        if (table.find(id).isEmpty()) {
            table.add(pack, now);
        }
        table.makeCurrent(pack.code(), Optional.of(id), now);
        int number = table.find(id).orElseThrow().number();
        record(Act.SERVICE_PUBLISHED, pack, number);
        events.publishEvent(new ServicePublished(pack.code(), id, number, now));
        return true;
    }

    private void withdrawAllBut(Collection<String> present) {
        for (VersionTable.Kept kept : table.current()) {
            if (!present.contains(kept.pack().code().value())) {
                transactions.executeWithoutResult(status -> withdraw(kept));
            }
        }
    }

    private void withdraw(VersionTable.Kept kept) {
        table.makeCurrent(kept.pack().code(), Optional.empty(), clock.instant());
        record(Act.SERVICE_WITHDRAWN, kept.pack(), kept.number());
    }

    private void record(Act act, Pack pack, int number) {
        acts.record(
                act,
                Entry.by(province, PROGRAM, Channel.SYSTEM, PUBLISHING)
                        .at(pack.agency())
                        .with("service", pack.code().value())
                        .with("version", Integer.toString(number)));
    }

    private void refresh() {
        Map<ServiceCode, Service> fresh = new TreeMap<>();
        for (VersionTable.Kept kept : table.current()) {
            fresh.put(kept.pack().code(), version(kept.id()).orElseThrow());
        }
        current = Collections.unmodifiableMap(fresh);
        index = null;
    }
}
