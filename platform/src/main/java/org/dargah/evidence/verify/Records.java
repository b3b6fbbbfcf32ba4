package org.dargah.evidence.verify;

import java.util.List;
import org.dargah.evidence.Opened;

/** The private side of the log. */
interface Records {

    /** Those that are still there among so many places from this one on, in their order. */
    List<Opened> from(long index, int count);
}
