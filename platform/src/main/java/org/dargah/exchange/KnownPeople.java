package org.dargah.exchange;

import java.util.Collection;
import java.util.Map;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;

/**
 * Whom Dargah has met. The module that knows people stands above the exchange, so it offers them
 * here.
 */
public interface KnownPeople {

    /** Those of them that Dargah has met; asked for a whole batch of questions at once. */
    Map<NationalId, PersonId> idsOf(Collection<NationalId> nationalIds);
}
