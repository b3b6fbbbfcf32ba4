package org.dargah.ui;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a registry said, read and never typed.
 *
 * @param title such as «از ثبت احوال دریافت شد»
 * @param dispute where the person says that it is wrong, or null
 */
public record Fetched(String title, List<Row> rows, Instant at, @Nullable Link dispute) {}
