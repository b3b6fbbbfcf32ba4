package org.dargah.ui;

import java.util.List;

/** Parts of an application under one heading; an empty title writes none. */
public record TaskGroup(String title, List<Task> tasks) {}
