package org.dargah.authoring.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftId;
import org.dargah.authoring.Drafts;
import org.dargah.catalog.Publishing;
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
    private final Cache<Seen, Publishing.Checked> known =
            Caffeine.newBuilder().maximumSize(200).expireAfterWrite(Duration.ofMinutes(5)).build();

    Checks(Drafts drafts, Publishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    Publishing.Checked of(Draft draft) {
        return Objects.requireNonNull(
                known.get(
                        new Seen(draft.id(), draft.revision()),
                        seen -> publishing.check(drafts.pack(draft))));
    }
}
