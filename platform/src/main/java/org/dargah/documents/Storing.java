package org.dargah.documents;

/** How handing in a file ended. */
public sealed interface Storing {

    /** It is on the disk, and its row commits with the caller's transaction. */
    record Stored(StoredFile file) implements Storing {}

    /** Its content is none of PDF, JPEG and PNG, whatever its name says. */
    record WrongType() implements Storing {}

    /** It is longer than {@code limit} bytes; nothing was kept. */
    record TooLarge(long limit) implements Storing {}

    /** It has no content. */
    record Empty() implements Storing {}
}
