package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The one prolongation of a case's statutory time.
 *
 * @param reason the code of one of the reasons that the service declares
 * @param dueOn the last day before
 * @param until the last day since
 * @param by whoever did it, as the applicant reads it
 */
public record Extension(String reason, LocalDate dueOn, LocalDate until, String by, Instant at) {}
