package org.dargah.evidence.verify;

import org.dargah.evidence.note.SignedNote;

/** What a verification found, in a sentence. */
public sealed interface Verdict {

    String sentence();

    /** Everything agrees. */
    record Clean(SignedNote note, String sentence) implements Verdict {}

    /** Something in the log is not what it was, or says it is. */
    record Wrong(String sentence) implements Verdict {}

    /** Nobody can tell: the log cannot be reached, or the question is not clear. */
    record Unknown(String sentence) implements Verdict {}
}
