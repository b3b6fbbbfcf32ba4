package org.dargah.acts;

import java.time.Instant;
import org.dargah.kernel.ActId;

/** One line of the record. */
public record RecordedAct(ActId id, Instant at, Act act, Entry entry) {}
