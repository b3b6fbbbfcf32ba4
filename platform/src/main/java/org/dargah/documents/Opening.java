package org.dargah.documents;

import org.springframework.core.io.Resource;

/** How asking for a file ended. */
public sealed interface Opening {

    /**
     * The file; that it was opened is already recorded.
     *
     * @param name what to call it where it is saved
     */
    record Opened(String name, String mediaType, Resource content) implements Opening {
        @Override
        public String toString() {
            return "Opened[" + mediaType + "]";
        }
    }

    /** There is none of this id. */
    record Missing() implements Opening {}
}
