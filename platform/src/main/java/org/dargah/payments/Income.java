package org.dargah.payments;

import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Rial;

/** What an agency took in a time, and what of it, or of earlier money, was given back then. */
public record Income(AgencyCode agency, Rial taken, Rial returned) {}
