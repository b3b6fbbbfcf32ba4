package org.dargah.inquiries;

import java.time.Instant;
import java.util.UUID;
import org.dargah.acts.RecordedAct;
import org.dargah.exchange.Trace;

/** One use of a person's data, in the order of its id, which is that of time. */
public sealed interface Usage {

    UUID id();

    Instant at();

    /** A registry was asked about them. */
    record Asked(Trace trace) implements Usage {

        @Override
        public UUID id() {
            return trace.inquiry().id().value();
        }

        @Override
        public Instant at() {
            return trace.inquiry().askedAt();
        }
    }

    /** Somebody looked at what Dargah itself holds. */
    record Seen(RecordedAct act) implements Usage {

        @Override
        public UUID id() {
            return act.id().value();
        }

        @Override
        public Instant at() {
            return act.at();
        }
    }
}
