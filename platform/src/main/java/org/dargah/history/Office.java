package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Tehran;

/** What officials do on their pages about programs, rights, groups, look-ups and orders. */
final class Office {

    private static final Pattern ADMITTED = Pattern.compile("/work/clients/([0-9a-z-]+)\">");
    private static final String ADMINISTRATOR = "administrator";

    /** Rights of the demo outlive it. */
    private static final String LAST_YEAR = "1410";

    private final HttpClient client;
    private final URI home;
    private final Map<String, String> passwords;
    private final Clock clock;
    private final Map<String, Officer> officers = new HashMap<>();

    Office(HttpClient client, URI home, Map<String, String> passwords, Clock clock) {
        this.client = client;
        this.home = home;
        this.passwords = Map.copyOf(passwords);
        this.clock = clock;
    }

    private Officer at(String username) {
        return officers.computeIfAbsent(
                username,
                name ->
                        new Officer(
                                new Visit(client, home), name, passwords.getOrDefault(name, "")));
    }

    /** The program's id. */
    String admit(String title, String agency) throws IOException, InterruptedException, Stuck {
        Officer administrator = at(ADMINISTRATOR);
        Visit.Page admitted =
                administrator.submit(
                        administrator
                                .form("/work/clients", "/work/clients")
                                .with("title", title)
                                .with("agency", agency)
                                .with("scopes", "inquiries"));
        // First stands the notice about the program that was just admitted, then the list.
        Matcher id = ADMITTED.matcher(admitted.body());
        if (!id.find()) {
            throw new Stuck(title + " is not admitted, " + admitted.status());
        }
        return id.group(1);
    }

    void register(String program, String key) throws IOException, InterruptedException, Stuck {
        String page = "/work/clients/" + program;
        Officer administrator = at(ADMINISTRATOR);
        administrator.send(
                administrator.form(page, page + "/keys").with("key", key), "", List.of());
    }

    /**
     * @param holder a program or a group
     */
    String grant(String holder, String registry, String purpose, String manner, List<String> fields)
            throws IOException, InterruptedException, Stuck {
        String page = "/work/rights/" + holder + "/new";
        Officer administrator = at(ADMINISTRATOR);
        administrator.send(
                administrator
                        .form(page + "?registry=" + registry + "&purpose=" + purpose, page)
                        .with("manner", manner)
                        .with("perMinute", "60")
                        .with("perDay", "1000")
                        .with("from", "")
                        .with("to", "")
                        .with("roles", "")
                        .with("parties", "")
                        .with("until.day", "29")
                        .with("until.month", "12")
                        .with("until.year", LAST_YEAR),
                "fields",
                fields);
        return Errand.NOTHING;
    }

    /** The group's code. */
    String makeGroup(String title) throws IOException, InterruptedException, Stuck {
        Officer administrator = at(ADMINISTRATOR);
        String page =
                administrator.send(
                        administrator.form("/work/groups", "/work/groups").with("title", title),
                        "",
                        List.of());
        return page.substring("/work/groups/".length());
    }

    /**
     * From today on.
     *
     * @param member a program, or a whole body
     */
    String join(String group, String member) throws IOException, InterruptedException, Stuck {
        String page = "/work/groups/" + group;
        JalaliDate from = JalaliDate.of(Tehran.today(clock));
        Officer administrator = at(ADMINISTRATOR);
        administrator.send(
                administrator
                        .form(page, page + "/members")
                        .with("client", member)
                        .with("from.day", "" + from.day())
                        .with("from.month", "" + from.month())
                        .with("from.year", "" + from.year()),
                "",
                List.of());
        return Errand.NOTHING;
    }

    /** Somebody stands at the counter. */
    String lookUp(String username, String nationalId, String reason)
            throws IOException, InterruptedException, Stuck {
        Officer officer = at(username);
        Visit.Page found =
                officer.submit(
                        officer.form(
                                        "/work/lookup?registry=civil/person@1&purpose=walk-in"
                                                + "&manner=fields",
                                        "/work/lookup")
                                .with("key.nationalId", nationalId)
                                .with("reason", reason)
                                .with("fields", "alive"));
        if (found.status() != 200) {
            throw new Stuck("The look-up is answered with " + found.status());
        }
        return Errand.NOTHING;
    }

    /** A court's order, as the data-protection officer enters it. */
    String hide(String nationalId, String agency, String number)
            throws IOException, InterruptedException, Stuck {
        Officer officer = at("protection");
        officer.send(
                officer.form("/work/hidings/new", "/work/hidings")
                        .with("nationalId", nationalId)
                        .with("agency", agency)
                        .with("number", number)
                        .with("basis", "قانون آیین دادرسی کیفری")
                        .with("days", "30"),
                "",
                List.of());
        return Errand.NOTHING;
    }
}
