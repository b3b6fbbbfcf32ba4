package org.dargah.cases.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dargah.cases.Filed;
import org.dargah.cases.Renewable;
import org.dargah.catalog.FieldProblem;
import org.dargah.ui.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why an application is not taken, as problem documents (RFC 9457). */
final class Refusals {

    private static final int MOST_ROWS = 200;

    private Refusals() {}

    /**
     * One part of a request that is wrong.
     *
     * @param pointer to it, as RFC 6901 writes it
     * @param fa what to do about it, to be shown to a person
     */
    record Wrong(String pointer, String fa, String en) {}

    static ErrorResponseException of(List<FieldProblem> problems) {
        return invalid(
                problems.stream()
                        .flatMap(problem -> Stream.concat(Stream.of(whole(problem)), rows(problem)))
                        .toList());
    }

    private static Wrong whole(FieldProblem problem) {
        return new Wrong(
                "/answers/" + problem.field(), problem.sentence().fa(), problem.sentence().en());
    }

    /** Each wrong cell of a table, up to a number that somebody still reads. */
    private static Stream<Wrong> rows(FieldProblem problem) {
        return problem.rows().stream()
                .limit(MOST_ROWS)
                .map(
                        fault ->
                                new Wrong(
                                        "/answers/%s/%d/%s"
                                                .formatted(
                                                        problem.field(),
                                                        fault.row() - 1,
                                                        fault.column()),
                                        fault.sentence().fa(),
                                        fault.sentence().en()));
    }

    static ErrorResponseException invalid(List<Wrong> wrong) {
        ProblemDetail problem =
                Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid",
                        "Some parts of the application are missing or wrong; errors names each.");
        problem.setProperty("errors", wrong);
        return Problem.refusal(problem);
    }

    static ErrorResponseException of(Filed.Stop stop) {
        return switch (stop) {
            case NOT_BY_API ->
                    refused(stop, "This service is not given through the API; see its channels.");
            case UNKNOWN_PERSON ->
                    refused(stop, "The civil registry knows nobody of this national id.");
            case BIRTH_DATE_DIFFERS ->
                    refused(stop, "The civil registry has another date of birth for this person.");
            case DECEASED -> refused(stop, "The civil registry says that this person has died.");
            case MOBILE_NOT_THEIRS ->
                    refused(stop, "The SIM registry does not know this mobile as the person's.");
            case UNKNOWN_DOCUMENT ->
                    refused(
                            stop,
                            "The applicant holds no document of this verification code that this"
                                    + " service renews.");
            case REGISTRY_SILENT ->
                    Problem.refusal(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "unavailable",
                            "A registry that confirms people does not answer. Send the same"
                                    + " request with the same key again later.");
        };
    }

    static ErrorResponseException of(Renewable.Standing standing) {
        ProblemDetail problem =
                Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "not-renewable",
                        switch (standing) {
                            case TOO_EARLY -> "The document does not end soon enough yet.";
                            case TOO_LATE -> "The document ended too long ago.";
                            case REVOKED -> "The document was taken back.";
                            case REPLACED -> "A newer document stands in its place already.";
                            case UNDERWAY -> "An application to renew it is under way.";
                            case NOW -> throw new IllegalArgumentException("It can be renewed now");
                        });
        problem.setProperty("reason", standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return Problem.refusal(problem);
    }

    private static ErrorResponseException refused(Filed.Stop stop, String detail) {
        return Problem.refusal(HttpStatus.UNPROCESSABLE_CONTENT, stop.code(), detail);
    }
}
