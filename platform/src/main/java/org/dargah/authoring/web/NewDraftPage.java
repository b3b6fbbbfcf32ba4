package org.dargah.authoring.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;

/**
 * The three ways to begin a draft.
 *
 * @param services of the agency, from whose current version one may go on
 * @param code that was typed for a new service
 * @param problems of an uploaded zip that was refused
 */
public record NewDraftPage(
        List<Option> services, String code, Errors errors, List<ProblemLine> problems) {}
