package org.dargah.identity;

import java.util.List;
import org.dargah.identity.internal.DemoClient;
import org.dargah.identity.internal.DemoOfficers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's accounts, for the start to print. They do not exist outside the demo. */
@Component
@Profile("demo")
public final class DemoAccounts {

    private final DemoOfficers officers;
    private final DemoClient client;

    public DemoAccounts(DemoOfficers officers, DemoClient client) {
        this.officers = officers;
        this.client = client;
    }

    /** One line for each account: user name, password, what it is. Sign in at /work/sign-in. */
    public List<String> lines() {
        return officers.lines();
    }

    /** The password of a demo account, for tests and the demo's loader. */
    public String password(String username) {
        return officers.password(username);
    }

    /** The id of the demo's program, which gets its tokens at /oauth2/token. */
    public String clientId() {
        return client.id();
    }

    public String clientSecret() {
        return client.secret();
    }
}
