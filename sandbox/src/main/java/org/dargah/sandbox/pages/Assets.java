package org.dargah.sandbox.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Routes;

/** The stylesheet, the icon and the two font files. */
public final class Assets {
    private Assets() {}

    public static void on(Routes routes) {
        file(routes, "/sandbox/style.css", "style.css", "text/css; charset=utf-8");
        file(routes, "/sandbox/icon.svg", "icon.svg", "image/svg+xml");
        for (var script : new String[] {"arabic", "latin"}) {
            var name = "vazirmatn-" + script + "-wght-normal.woff2";
            file(routes, "/sandbox/fonts/" + name, name, "font/woff2");
        }
    }

    private static void file(Routes routes, String path, String name, String type) {
        var answer = Answer.content(200, type, bytes(name)).with("Cache-Control", "max-age=86400");
        routes.on("GET", path, _ -> answer);
    }

    private static byte[] bytes(String name) {
        try (var stream = Assets.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
