/**
 * Owns people and officials: who they are, how they prove it, their roles, their sessions, and the
 * security chain before every page. Refuses to believe its own table about a citizen: each sign-in
 * asks the civil registry and the SIM registry anew, through the exchange.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "ui", "acts", "agencies", "messages", "exchange"})
package org.dargah.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
