package org.dargah.authoring;

import java.time.Instant;

/**
 * One file of a draft.
 *
 * @param revision counts its changes
 * @param by who wrote in it last
 */
public record DraftFile(String path, String text, int revision, String by, Instant at) {

    @Override
    public String toString() {
        return path + " revision " + revision;
    }
}
