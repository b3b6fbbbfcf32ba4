package org.dargah.cases;

import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;

/**
 * An officer at work on the cases of his agency, and of no other.
 *
 * @param actor with the title that the citizen reads
 */
public record Official(Province province, AgencyCode agency, Actor actor) {}
