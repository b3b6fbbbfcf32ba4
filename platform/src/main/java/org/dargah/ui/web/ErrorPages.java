package org.dargah.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.dargah.ui.Outage;
import org.dargah.ui.Problem;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.DispatcherServlet;

/** Every failure ends here: in plain words for people, as a problem document under {@code /api}. */
@Controller
class ErrorPages implements ErrorController {

    private static final Map<Integer, String> NAMES =
            Map.of(
                    400, "bad-request",
                    401, "not-signed-in",
                    403, "not-allowed",
                    404, "not-found",
                    405, "wrong-method",
                    413, "too-large",
                    415, "wrong-media-type",
                    422, "invalid",
                    429, "too-many-requests",
                    503, "unavailable");

    private final Vocabulary vocabulary;

    ErrorPages(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR && Outage.explains(thrown(request))) {
            status = HttpStatus.SERVICE_UNAVAILABLE;
            response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        }
        return isForMachines(request)
                ? ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem(request, status))
                : Reply.page("ui/error", new ErrorPage(kind(request, status)), status);
    }

    /** A refusal of ours may have a page of its own. */
    private String kind(HttpServletRequest request, HttpStatus status) {
        if (failure(request) instanceof ErrorResponse known) {
            String type = String.valueOf(known.getBody().getType());
            String name = type.replaceFirst("^/problems/", "");
            if (vocabulary.in(Words.ENGLISH).has("ui.error." + name + ".title")) {
                return name;
            }
        }
        return kind(status);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Somebody who opens /error by hand finds no such page.
        HttpStatus status =
                code instanceof Integer i ? HttpStatus.resolve(i) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static @Nullable Throwable thrown(HttpServletRequest request) {
        return failure(request) instanceof Throwable thrown ? thrown : null;
    }

    private static boolean isForMachines(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path != null && path.toString().matches("/(api|oauth2|r1)/.*");
    }

    private ProblemDetail problem(HttpServletRequest request, HttpStatus status) {
        ProblemDetail problem =
                failure(request) instanceof ErrorResponse known && isOurs(known.getBody())
                        ? known.getBody()
                        : Problem.of(status, name(status), detail(status));
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        problem.setInstance(URI.create(String.valueOf(path)));
        return problem;
    }

    private static boolean isOurs(ProblemDetail problem) {
        URI type = problem.getType();
        return type != null && type.toString().startsWith("/problems/");
    }

    private static @Nullable Object failure(HttpServletRequest request) {
        Object thrown = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        return thrown == null ? request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) : thrown;
    }

    private static String name(HttpStatus status) {
        return NAMES.getOrDefault(
                status.value(), status.is4xxClientError() ? "bad-request" : "internal");
    }

    private String detail(HttpStatus status) {
        Words words = vocabulary.in(Words.ENGLISH);
        String kind = kind(status);
        return words.t("ui.error." + kind + ".what") + " " + words.t("ui.error." + kind + ".do");
    }

    private static String kind(HttpStatus status) {
        return switch (status.value()) {
            case 400, 403, 404, 405, 413, 422, 429, 500, 503 -> Integer.toString(status.value());
            case 401 -> "403";
            case 502, 504 -> "503";
            default -> status.is4xxClientError() ? "400" : "500";
        };
    }
}
