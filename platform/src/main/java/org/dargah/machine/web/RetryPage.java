package org.dargah.machine.web;

import java.time.Instant;

/**
 * @param job the engine's own number of it
 * @param tracking the code of its case
 */
public record RetryPage(String job, String tracking, String step, Instant since) {}
