package org.dargah.inquiries;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A whole X-Road client in Java: {@code java Asking.java HOME TOKEN CLIENT NATIONAL-ID}. */
public final class Asking {

    private Asking() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(degree(arguments[0], arguments[1], arguments[2], arguments[3]));
    }

    static String degree(String home, String token, String client, String nationalId)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        home
                                                + "/r1/IR-08/GOV/science/degrees/latest@1"
                                                + "/degrees/latest"))
                        .header("X-Road-Client", client)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"nationalId\":\"" + nationalId + "\"}"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            answer.headers().firstValue("X-Road-Error").ifPresent(System.err::println);
            return answer.body();
        }
    }
}
