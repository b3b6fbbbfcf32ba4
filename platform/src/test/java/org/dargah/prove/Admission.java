package org.dargah.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.ProgramKey;
import org.dargah.Visitor;

/** What an administrator does on the pages so that an organisation's program may ask. */
final class Admission {

    static final String DEGREES = "degrees/latest@1";
    static final String CIVIL = "civil/person@1";
    static final String DELIVERY = "service-delivery";
    static final String BANKING = "customer-identification";

    private static final String AGENCY = "education";
    private static final Pattern ADMITTED = Pattern.compile("/work/clients/([0-9a-z-]+)\">");

    private final Visitor administrator;

    Admission(Path data, int port) throws IOException {
        administrator = new Visitor(port);
        administrator.signInAtWork("administrator", password(data));
    }

    static String password(Path data) throws IOException {
        return password(data, "administrator");
    }

    static String password(Path data, String username) throws IOException {
        return Files.readAllLines(data.resolve("demo-accounts.txt")).stream()
                .map(line -> line.split("\\s+", 3))
                .filter(words -> words[0].equals(username))
                .map(words -> words[1])
                .findFirst()
                .orElseThrow();
    }

    /** A program that may ask for degrees as messages and for birth dates in one call. */
    Organisation admit(ProgramKey key) {
        String id = register(key);
        grant(id, DEGREES, DELIVERY, "record", "level levelTitle field university year");
        grant(id, CIVIL, BANKING, "fields", "birthDate firstName");
        return new Organisation(id, "IR-08/GOV/" + AGENCY + "/" + id, key);
    }

    private String register(ProgramKey key) {
        Visitor.Page admitted =
                administrator.submit(
                        administrator
                                .open("/work/clients")
                                .form("/work/clients")
                                .with("title", "ادارهٔ نمونه")
                                .with("agency", AGENCY)
                                .with("scopes", "inquiries"));
        // First stands the notice about the program that was just admitted, then the list.
        Matcher id = ADMITTED.matcher(admitted.body());
        if (!id.find()) {
            throw new AssertionError("Nobody was admitted:\n" + admitted.body());
        }
        String home = "/work/clients/" + id.group(1);
        accepted(
                administrator.submit(
                        administrator.open(home).form(home + "/keys").with("key", key.pem())));
        return id.group(1);
    }

    private void grant(String id, String registry, String purpose, String manner, String fields) {
        String address = "/work/rights/" + id + "/new";
        Visitor.Form form =
                administrator
                        .open(address + "?registry=" + registry + "&purpose=" + purpose)
                        .form(address)
                        .with("manner", manner)
                        .with("perMinute", "1000000")
                        .with("perDay", "10000000")
                        .with("from", "")
                        .with("to", "")
                        .with("roles", "")
                        .with("until.day", "29")
                        .with("until.month", "12")
                        .with("until.year", "1420");
        accepted(administrator.submit(form, "fields", List.of(fields.split(" ", -1))));
    }

    private static void accepted(Visitor.Page page) {
        if (page.status() != 303) {
            throw new AssertionError(page.status() + "\n" + page.body());
        }
    }

    /**
     * An admitted program.
     *
     * @param name as X-Road names it
     */
    record Organisation(String id, String name, ProgramKey key) {}
}
