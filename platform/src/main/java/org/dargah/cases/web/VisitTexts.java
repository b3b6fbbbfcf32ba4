package org.dargah.cases.web;

import org.dargah.cases.Visit;
import org.dargah.ui.Words;

/** The day of a visit in words. */
final class VisitTexts {

    private VisitTexts() {}

    /** «۴ آذر ۱۴۰۵، پیش از ظهر». */
    static String when(Visit visit, Words words) {
        return words.list(words.longDate(visit.day()), words.t(visit.hours().key()));
    }
}
