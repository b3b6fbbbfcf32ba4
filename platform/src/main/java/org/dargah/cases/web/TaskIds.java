package org.dargah.cases.web;

import java.util.Optional;
import java.util.UUID;

/** Ids of tasks as they stand in addresses. */
final class TaskIds {

    private TaskIds() {}

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
