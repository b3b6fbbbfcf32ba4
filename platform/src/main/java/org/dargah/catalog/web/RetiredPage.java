package org.dargah.catalog.web;

import java.time.LocalDate;

/**
 * A service that its agency offers no more.
 *
 * @param since the day on which it was retired, in Tehran
 */
public record RetiredPage(String title, String agency, LocalDate since) {}
