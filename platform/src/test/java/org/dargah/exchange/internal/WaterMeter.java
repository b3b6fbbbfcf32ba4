package org.dargah.exchange.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A registry of its own, declared in a folder. */
final class WaterMeter {

    private WaterMeter() {}

    static void declare(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("purposes.yaml"),
                "purposes: {application: {fa: درخواست, en: Application, basis: قانون}}");
        Files.writeString(
                folder.resolve("water.yaml"),
                """
                registry: water/meter@1
                title: {fa: شرکت آب, en: Water company}
                provider: water
                request: {method: POST, safe: true, path: /meter, keys: {postcode: {type: postcode, as: zip}}}
                fields:
                  owner: {from: /meter/owner, fa: مالک, en: Owner, sensitivity: personal}
                absent: [/problems/no-meter]
                purposes: {application: [owner]}
                limits: {timeout: PT1S, bytes: 200, concurrent: 2}
                breaker: {calls: 4, failurePercent: 50, rest: PT0.3S}
                retry: {times: 1, pause: PT0.01S}
                """);
    }

    static Declaration read(Path folder) {
        return new Declarations(folder.toString()).find("water/meter@1").orElseThrow();
    }
}
