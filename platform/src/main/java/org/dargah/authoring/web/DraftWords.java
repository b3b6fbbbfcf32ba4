package org.dargah.authoring.web;

import java.time.Instant;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftState;
import org.dargah.catalog.Change;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** Says where drafts and services stand. */
@Component
class DraftWords {

    static String at(Draft draft) {
        return ServicesController.HOME + "/drafts/" + draft.id();
    }

    Tag state(Draft draft, Words words) {
        String text = words.t("authoring.state." + draft.state().code());
        return new Tag(text, tone(draft.state()));
    }

    private static Tone tone(DraftState state) {
        return switch (state) {
            case WRITING, HANDED_IN -> Tone.INFO;
            case APPROVED, PUBLISHED -> Tone.OK;
            case RETURNED -> Tone.WARN;
            case DISCARDED -> Tone.PLAIN;
        };
    }

    /** Who changed a service, or that its folder did. */
    String by(Change change, Words words) {
        return change.by().isEmpty() ? words.t("authoring.by.folder") : change.by();
    }

    String starts(Draft draft, Words words) {
        Instant at = draft.startsAt();
        return at == null ? "" : words.moment(at);
    }
}
