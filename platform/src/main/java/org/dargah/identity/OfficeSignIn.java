package org.dargah.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dargah.identity.internal.OfficeDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An official's sign-in: user name and password of an account that an administrator gave. */
@Component
public final class OfficeSignIn {

    private final OfficeDoor door;

    public OfficeSignIn(OfficeDoor door) {
        this.door = door;
    }

    /** How it ended. */
    public sealed interface Result {

        /** Signed in; go on there. */
        record Entered(String path) implements Result {}

        /** User name or password is wrong; which of them is not told. */
        record Wrong() implements Result {}

        /** Too many attempts for now. */
        record TooMany() implements Result {}
    }

    /**
     * @param wanted where to go on to; anything but a path within Dargah is ignored
     */
    public Result enter(
            String username,
            String password,
            @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        return door.enter(username, password, wanted, request, response);
    }

    /** Ends the session. */
    public void leave(HttpServletRequest request) {
        door.leave(request);
    }
}
