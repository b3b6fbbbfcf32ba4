package org.dargah.catalog;

import org.dargah.ui.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Rules of a service did not come to an end in the time that they have, with the facts of this one
 * case (ADR 133). Nothing is known then: no condition is failed by it, and nothing is free of
 * charge.
 */
public final class EndlessRule extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private final String decision;

    /**
     * @param decision that was being made when the time was over
     */
    public EndlessRule(String decision) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "rules-too-long",
                        "The rules of this service did not end in time. Nothing was done."),
                null);
        this.decision = decision;
    }

    public String decision() {
        return decision;
    }

    @Override
    public String getMessage() {
        return "The rule '" + decision + "' did not end in time";
    }
}
