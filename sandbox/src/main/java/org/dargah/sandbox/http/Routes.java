package org.dargah.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Finds who answers a request, and writes what they answer. */
public final class Routes implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private record Route(String method, Pattern path, List<String> variables, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** {@code path} may hold variables such as {@code /pay/requests/{id}}, one segment each. */
    public Routes on(String method, String path, Handler handler) {
        var names = new ArrayList<String>();
        var variables = Pattern.compile("\\{(\\w+)}").matcher(path);
        while (variables.find()) {
            names.add(variables.group(1));
        }
        var pattern = Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", "([^/]+?)"));
        routes.add(new Route(method, pattern, names, handler));
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        switch (answer(exchange)) {
            case Answer.Dropped() -> exchange.close();
            case Answer.Content content -> write(exchange, content);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return dispatch(exchange);
        } catch (JacksonException | IllegalArgumentException e) {
            return Answer.problem(
                    400, "bad-request", "Bad request", "The body or the query is not as described");
        } catch (Call.BodyTooLarge e) {
            return Answer.problem(413, "too-large", "Too large", "At most 8 MB");
        } catch (SQLException e) {
            // The message of a constraint can hold a person's values: the state is enough.
            LOG.error("The database refused: state {}", e.getSQLState());
            return Answer.problem(500, "database", "The sandbox's database refused", "Try again");
        } catch (RuntimeException e) {
            LOG.error("A bug of the sandbox", e);
            return Answer.problem(500, "bug", "The sandbox has a bug", "Its log says where");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Stopped").initCause(e);
        }
    }

    private Answer dispatch(HttpExchange exchange)
            throws IOException, SQLException, InterruptedException {
        var path = exchange.getRequestURI().getPath();
        var pathKnown = false;
        for (var route : routes) {
            var found = variables(route, path);
            if (found.isPresent()) {
                pathKnown = true;
                if (route.method.equals(exchange.getRequestMethod())) {
                    return route.handler.answer(new Call(exchange, found.get()));
                }
            }
        }
        return pathKnown
                ? Answer.problem(405, "method-not-allowed", "Method not allowed", path)
                : Answer.problem(404, "not-found", "Nothing is here", path);
    }

    private static Optional<Map<String, String>> variables(Route route, String path) {
        var match = route.path.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var i = 0; i < route.variables.size(); i++) {
            values.put(route.variables.get(i), match.group(i + 1));
        }
        return Optional.of(values);
    }

    private static void write(HttpExchange exchange, Answer.Content content) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", content.type());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cache-Control", "no-store");
            content.headers().forEach(headers::set);
            var length = content.body().length;
            exchange.sendResponseHeaders(content.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(content.body());
        }
    }
}
