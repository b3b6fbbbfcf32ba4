package org.dargah.ui;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal for machines, after RFC 9457. Its type names a page that explains it to people. */
public final class Problem {

    private Problem() {}

    /** The same to be thrown; the page of errors sends it as it is. */
    public static ErrorResponseException refusal(HttpStatus status, String name, String detail) {
        return refusal(of(status, name, detail));
    }

    public static ErrorResponseException refusal(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    /**
     * @param name of the kind of problem, in a few words with hyphens: {@code unknown-service}
     * @param detail what happened this time and what to do, without personal data
     */
    public static ProblemDetail of(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + name));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }
}
