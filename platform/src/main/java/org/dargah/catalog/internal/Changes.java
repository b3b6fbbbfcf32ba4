package org.dargah.catalog.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.catalog.Change;
import org.dargah.catalog.Change.Kind;
import org.dargah.catalog.Change.Origin;
import org.dargah.catalog.Publication.Why;
import org.dargah.catalog.Publisher;
import org.dargah.catalog.ServicePublished;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes what is offered: row, history, act and event in the caller's transaction. */
@Component
public class Changes {

    private static final Actor PROGRAM = Actor.system("catalog", "فهرست خدمت‌ها");
    private static final Purpose PUBLISHING = new Purpose("publish-service");

    /** What the folder brought: whether it became current, and if not, why. */
    public record FromFolder(boolean isNew, @Nullable Why overruled) {}

    private final VersionTable table;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Province province;
    private final Clock clock;

    Changes(
            VersionTable table,
            Acts acts,
            ApplicationEventPublisher events,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.table = table;
        this.acts = acts;
        this.events = events;
        this.province = new Province(province);
        this.clock = clock;
    }

    /** By the rule of ADR 125. */
    public FromFolder fromFolder(Pack pack) {
        VersionId id = pack.version();
        VersionTable.Standing standing = table.lock(pack.code(), clock.instant());
        if (standing.current().equals(Optional.of(id))) {
            table.sawInFolder(pack.code(), id);
            return new FromFolder(false, null);
        }
        Why overruled = overruled(standing, id);
        table.sawInFolder(pack.code(), id);
        if (overruled != null) {
            return new FromFolder(false, overruled);
        }
        publish(pack, folder(pack.agency()), Origin.FOLDER, "");
        return new FromFolder(true, null);
    }

    private @Nullable Why overruled(VersionTable.Standing standing, VersionId id) {
        if (standing.isRetired()) {
            return Why.RETIRED;
        }
        if (standing.origin() == Origin.FOLDER) {
            return null;
        }
        if (standing.folder().equals(Optional.of(id))) {
            return Why.NEWER_IN_BROWSER;
        }
        return table.find(id).isPresent() ? Why.EARLIER_THAN_BROWSER : null;
    }

    private static Publisher folder(AgencyCode agency) {
        return new Publisher(PROGRAM, agency, Channel.SYSTEM, "");
    }

    /** Makes a pack the current version; it was checked, and its row is locked. */
    public void publish(Pack pack, Publisher by, Origin origin, String reason) {
        Instant now = clock.instant();
        if (table.find(pack.version()).isEmpty()) {
            table.add(pack, now);
        }
        VersionTable.Kept kept = table.find(pack.version()).orElseThrow();
        change(kept, Kind.PUBLISHED, origin, by, reason);
    }

    /** Makes an earlier version the current one again, or takes the service out of the offer. */
    public void change(
            VersionTable.Kept kept, Kind kind, Origin origin, Publisher by, String reason) {
        Pack pack = kept.pack();
        Instant now = clock.instant();
        table.change(
                new Change(
                        pack.code(),
                        kind,
                        kept.id(),
                        kept.number(),
                        origin,
                        by.name(),
                        reason,
                        now));
        acts.record(
                act(kind),
                Entry.by(province, by.actor(), by.channel(), PUBLISHING)
                        .at(by.office())
                        .with("service", pack.code().value())
                        .with("version", Integer.toString(kept.number())));
        if (kind == Kind.PUBLISHED || kind == Kind.RETURNED_TO) {
            events.publishEvent(new ServicePublished(pack.code(), kept.id(), kept.number(), now));
        }
    }

    private static Act act(Kind kind) {
        return switch (kind) {
            case PUBLISHED -> Act.SERVICE_PUBLISHED;
            case RETURNED_TO -> Act.SERVICE_RETURNED_TO;
            case RETIRED -> Act.SERVICE_RETIRED;
            case WITHDRAWN -> Act.SERVICE_WITHDRAWN;
        };
    }

    /** Its folder is gone; what came by the browser does not depend on the folder. */
    public boolean withdraw(ServiceCode code) {
        VersionTable.Standing standing = table.lock(code, clock.instant());
        if (standing.current().isEmpty() || standing.origin() == Origin.BROWSER) {
            return false;
        }
        VersionTable.Kept kept = table.find(standing.current().get()).orElseThrow();
        change(kept, Kind.WITHDRAWN, Origin.FOLDER, folder(kept.pack().agency()), "");
        return true;
    }
}
