package org.dargah.exchange;

import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;

/**
 * A person about whom questions were asked: by id since Dargah knows them, by national id also
 * before.
 */
public record DataSubject(PersonId id, NationalId nationalId) {}
