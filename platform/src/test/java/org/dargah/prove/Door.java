package org.dargah.prove;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.Visitor;
import org.dargah.sandbox.people.Citizen;

/** Signs citizens in with the code on their phone, as anybody does. */
final class Door {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private Door() {}

    static void enter(Visitor visitor, int port, Citizen citizen, String wanted)
            throws IOException, InterruptedException {
        visitor.claim(citizen, wanted);
        for (int tries = 0; tries < 200; tries++) {
            Matcher code = CODE.matcher(phone(port, citizen));
            if (code.find()) {
                visitor.answer(code.group(1));
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("No code came to " + citizen);
    }

    private static String phone(int port, Citizen citizen)
            throws IOException, InterruptedException {
        URI phone =
                URI.create(
                        "http://127.0.0.1:"
                                + port
                                + "/sandbox/phone/"
                                + Visitor.mobileOf(citizen)
                                + ".json");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(phone).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
