/**
 * The pages of cases: the applicant's, the officer's, and the one for whoever has a tracking code.
 */
@NullMarked
package org.dargah.cases.web;

import org.jspecify.annotations.NullMarked;
