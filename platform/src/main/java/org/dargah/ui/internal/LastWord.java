package org.dargah.ui.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.dargah.ui.Outage;
import org.jspecify.annotations.Nullable;

/**
 * What people read when even the error page fails, as without a database: a page that needs
 * nothing. Tomcat makes it by the name of its class.
 */
public final class LastWord extends ErrorReportValve {

    private static final byte[] PAGE = page();

    private static byte[] page() {
        try (InputStream page = LastWord.class.getResourceAsStream("/ui/last-word.html")) {
            return Objects.requireNonNull(page).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        if (Outage.explains(thrown)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
        }
        try {
            speak(response);
            response.finishResponse();
        } catch (IOException e) {
            // Whoever asked is gone; nobody is left to tell.
            container.getLogger().debug("The last word was not heard", e);
        }
    }

    static void speak(HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(PAGE);
    }
}
