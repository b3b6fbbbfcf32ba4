package org.dargah.cases.web;

import org.dargah.ui.DataTable;

/**
 * An application that waits for those who ask together with its applicant.
 *
 * @param complete true when all have signed and the applicant goes on
 * @param waiting false when it is a draft again because somebody did not sign
 */
public record SignaturesPage(
        String service, String code, DataTable signatures, boolean complete, boolean waiting) {}
