package org.dargah.authoring.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.jspecify.annotations.Nullable;

/**
 * One file of a draft in the editor.
 *
 * @param title of the service
 * @param here the address of the draft
 * @param path empty for a file that is to be added
 * @param what the file is for, in a few words
 * @param line to which a problem led; 0 for none
 * @param others the other files, to go to
 * @param theirs what somebody else saved meanwhile; null for most
 * @param saved true when it was saved just now
 */
public record FilePage(
        String title,
        String here,
        String path,
        String what,
        String text,
        int revision,
        int line,
        boolean writes,
        boolean removable,
        boolean saved,
        List<Link> others,
        List<ProblemLine> problems,
        int elsewhere,
        @Nullable Theirs theirs,
        Errors errors) {

    /** What somebody else saved. */
    public record Theirs(String by, String at, String text) {}
}
