package org.dargah.authoring.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftId;
import org.dargah.authoring.Drafts;
import org.dargah.cases.Rehearsals;
import org.dargah.cases.Rehearsed;
import org.dargah.catalog.OnceOnly;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.Service;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers for a while what is wrong with a draft, so that looking at it again asks no rule again.
 * Publishing never relies on it.
 */
@Component
class Checks {

    private record Seen(DraftId draft, int revision) {}

    private final Drafts drafts;
    private final Publishing publishing;
    private final Rehearsals rehearsals;
    private final Cache<Seen, Publishing.Checked> known =
            Caffeine.newBuilder().maximumSize(200).expireAfterWrite(Duration.ofMinutes(5)).build();

    private final Cache<Seen, List<Rehearsed>> rehearsed =
            Caffeine.newBuilder().maximumSize(50).expireAfterWrite(Duration.ofMinutes(5)).build();

    Checks(Drafts drafts, Publishing publishing, Rehearsals rehearsals) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.rehearsals = rehearsals;
    }

    Publishing.Checked of(Draft draft) {
        return Objects.requireNonNull(
                known.get(
                        new Seen(draft.id(), draft.revision()),
                        seen -> publishing.check(drafts.pack(draft))));
    }

    /** What came of its examples; empty while the pack cannot run. */
    List<Rehearsed> rehearsed(Draft draft) {
        return Objects.requireNonNull(
                rehearsed.get(new Seen(draft.id(), draft.revision()), seen -> run(draft)));
    }

    /**
     * True when every example comes out as it says; a pack that cannot run is refused elsewhere.
     */
    boolean keepsItsPromises(Draft draft) {
        return rehearsed(draft).stream().allMatch(Rehearsed::isGood);
    }

    private List<Rehearsed> run(Draft draft) {
        Publishing.Checked checked = of(draft);
        Service service = checked.service();
        return service == null ? List.of() : rehearsals.run(service, checked.examples());
    }

    /** What it asks although a registry tells it; null while it cannot be read. */
    static @Nullable OnceOnlyView onceOnly(Publishing.Checked checked, Words words) {
        OnceOnly found = checked.onceOnly();
        return found == null ? null : OnceOnlyView.of(found, words);
    }
}
