package org.dargah;

import java.util.Objects;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.FirstAdministrator;
import org.dargah.identity.SecureDoor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The one line that says: now. Then how to come in: the demo's accounts, or the first
 * administrator's link.
 */
@Component
@ConditionalOnProperty(name = "dargah.silent", havingValue = "false", matchIfMissing = true)
class Announcement {

    private final ServletWebServerApplicationContext server;
    private final SecureDoor secure;
    private final ObjectProvider<DemoAccounts> demo;
    private final ObjectProvider<FirstAdministrator> first;

    Announcement(
            ServletWebServerApplicationContext server,
            SecureDoor secure,
            ObjectProvider<DemoAccounts> demo,
            ObjectProvider<FirstAdministrator> first) {
        this.server = server;
        this.secure = secure;
        this.demo = demo;
        this.first = first;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void ready() {
        String home = "http://localhost:" + Objects.requireNonNull(server.getWebServer()).getPort();
        IO.println("Dargah is ready at " + home + "/");
        secure.port()
                .ifPresent(
                        port ->
                                IO.println(
                                        "Programs with certificates come to https://localhost:%d/; the authority is in keys/authority.pem of the data folder"
                                                .formatted(port)));
        demo.ifAvailable(accounts -> print(home, accounts));
        first.ifAvailable(
                administrator ->
                        administrator
                                .link()
                                .ifPresent(
                                        link ->
                                                IO.println(
                                                        "First administrator, once and within 24"
                                                                + " hours: "
                                                                + home
                                                                + link)));
    }

    private static void print(String home, DemoAccounts accounts) {
        IO.println(
                "People of the demo, their phones and the switches of the sandbox: "
                        + home
                        + "/sandbox/");
        IO.println("Officials sign in at " + home + "/work/sign-in:");
        accounts.lines().forEach(account -> IO.println("  " + account));
        IO.println(
                "Programs get a token at %s/oauth2/token; the API is described at %s/api/openapi.json:"
                        .formatted(home, home));
        IO.println("  %-18s %s".formatted(accounts.clientId(), accounts.clientSecret()));
    }
}
