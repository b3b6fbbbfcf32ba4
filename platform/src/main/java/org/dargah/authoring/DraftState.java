package org.dargah.authoring;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a draft stands on its way; the one table of the ways that there are. */
public enum DraftState {
    /** Its authors write in it. */
    WRITING,
    /** It waits for somebody else to approve it; nobody writes in it. */
    HANDED_IN,
    /** It is published at its hour. */
    APPROVED,
    PUBLISHED,
    /** Back with its authors, with a reason. */
    RETURNED,
    DISCARDED;

    private static final Map<DraftState, Set<DraftState>> WAYS =
            new EnumMap<>(
                    Map.of(
                            WRITING, Set.of(HANDED_IN, DISCARDED),
                            RETURNED, Set.of(HANDED_IN, DISCARDED),
                            HANDED_IN, Set.of(APPROVED, PUBLISHED, RETURNED, WRITING),
                            APPROVED, Set.of(PUBLISHED, RETURNED),
                            PUBLISHED, Set.of(),
                            DISCARDED, Set.of()));

    public boolean leadsTo(DraftState next) {
        return Set.copyOf(WAYS.getOrDefault(this, Set.of())).contains(next);
    }

    /** True while its authors may write in it. */
    public boolean isOpen() {
        return this == WRITING || this == RETURNED;
    }

    /** As the table and the messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static DraftState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
