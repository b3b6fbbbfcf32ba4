package org.dargah.postgres;

import java.nio.file.Path;

/** Another program holds the data folder; starting twice on the same data is refused. */
public final class FolderInUse extends Exception {

    private static final long serialVersionUID = 1L;

    public FolderInUse(Path folder) {
        super(
                "The data folder "
                        + folder
                        + " is in use by another Dargah. Stop it first, or choose another folder.");
    }
}
