package org.dargah;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The one line that says: now. */
@Component
class Announcement {

    private final ServletWebServerApplicationContext server;

    Announcement(ServletWebServerApplicationContext server) {
        this.server = server;
    }

    @EventListener
    @Order
    void ready(ApplicationReadyEvent ready) {
        int port = java.util.Objects.requireNonNull(server.getWebServer()).getPort();
        IO.println("Dargah is ready at http://localhost:" + port + "/");
        accounts().forEach(IO::println);
    }

    private List<String> accounts() {
        return List.of();
    }
}
