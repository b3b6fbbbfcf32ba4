package org.dargah.documents.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Prints one sheet during the rehearsal that makes the start-up cache, and throws it away: the
 * thousands of classes of printing and signing are in the cache then, and the first citizen who
 * waits for a certificate need not wait for them.
 */
@Component
@ConditionalOnProperty(name = "dargah.rehearsal", havingValue = "true")
class FirstSheet implements ApplicationRunner {

    private final Printer printer;
    private final Keys keys;
    private final Clock clock;

    FirstSheet(Printer printer, Keys keys, Clock clock) {
        this.printer = printer;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Sheet sheet =
                new Sheet(
                        Map.of("title", "آزمون چاپ", "tracking-code", "KR", "service", "آزمون"),
                        "https://nowhere.invalid/",
                        List.of(),
                        List.of(),
                        Map.of());
        new SealCheck(keys).check(printer.printSigned(sheet, clock.instant()));
    }
}
