package org.dargah.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dargah.identity.SignInStep.Stop;
import org.dargah.identity.SignInStep.Stopped;
import org.dargah.ui.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * @param stop the part of the message keys that names it, such as {@code birth-date-differs}
 * @param passes true when the same answers may do better later
 * @param minutes how long to wait; 0 when waiting is of no use
 * @param typed what was typed; null for a sign-in by passkey, where nothing is
 */
public record StoppedPage(
        String stop, boolean passes, int minutes, @Nullable Typed typed, String wanted) {

    /** The first page of the sign-in, with the way on that was wanted. */
    public String door() {
        return wanted.isEmpty()
                ? "/sign-in"
                : "/sign-in?continue=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    static ModelAndView ofCode(Stopped why, SignInPage page) {
        return reply(why, page.typed(), page.wanted());
    }

    static ModelAndView ofPasskey(Stopped why, String wanted) {
        return reply(why, null, wanted);
    }

    private static ModelAndView reply(Stopped why, @Nullable Typed typed, String wanted) {
        Stop stop = why.stop();
        StoppedPage page =
                new StoppedPage(
                        stop.code(), stop.passes(), minutes(why.retryAfter()), typed, wanted);
        return Reply.page("identity/stopped", page, status(stop));
    }

    private static int minutes(@Nullable Duration after) {
        return after == null ? 0 : (int) Math.max(1, after.plusSeconds(59).toMinutes());
    }

    private static HttpStatus status(Stop stop) {
        return switch (stop) {
            case UNKNOWN, BIRTH_DATE_DIFFERS, MOBILE_NOT_THEIRS -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DECEASED -> HttpStatus.FORBIDDEN;
            case CIVIL_REGISTRY_SILENT, SIM_REGISTRY_SILENT -> HttpStatus.SERVICE_UNAVAILABLE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
