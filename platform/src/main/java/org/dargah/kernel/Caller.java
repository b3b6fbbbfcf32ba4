package org.dargah.kernel;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf, by whom and why a registry is asked.
 *
 * @param condition the numbered condition of the service that needs the answer
 */
public record Caller(
        AgencyCode agency,
        Actor actor,
        Channel channel,
        Purpose purpose,
        @Nullable CaseId caseId,
        @Nullable Integer condition) {}
