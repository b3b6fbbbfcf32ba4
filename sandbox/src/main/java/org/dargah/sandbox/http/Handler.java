package org.dargah.sandbox.http;

import java.io.IOException;
import java.sql.SQLException;

/** Answers one call. */
@FunctionalInterface
public interface Handler {
    Answer answer(Call call) throws IOException, SQLException, InterruptedException;
}
