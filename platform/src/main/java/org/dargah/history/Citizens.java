package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.kernel.JalaliDate;

/** What citizens do on their own pages about who asks about them. */
final class Citizens {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern LINE = Pattern.compile("/me/usages/[0-9a-f-]{36}");
    private static final int TRIES = 400;
    private static final int PAUSE = 25;

    private final HttpClient client;
    private final URI home;
    private final Outside outside;

    Citizens(HttpClient client, URI home, Outside outside) {
        this.client = client;
        this.home = home;
        this.outside = outside;
    }

    /** Somebody who can be asked for consent. */
    record Person(String nationalId, LocalDate birthDate, String mobile) {

        @Override
        public String toString() {
            return "Person[]";
        }
    }

    int texts(Person person) throws IOException, InterruptedException {
        return outside.texts(person.mobile()).size();
    }

    /** The code in the first text after so many. */
    String code(Person person, int before) throws IOException, InterruptedException, Stuck {
        for (int tries = 0; tries < TRIES; tries++) {
            List<String> texts = outside.texts(person.mobile());
            if (texts.size() > before) {
                Matcher code = CODE.matcher(texts.getFirst());
                if (code.find()) {
                    return code.group(1);
                }
            }
            Thread.sleep(PAUSE);
        }
        throw new Stuck("No code comes to the phone");
    }

    private Visit signIn(Person person) throws IOException, InterruptedException, Stuck {
        var visit = new Visit(client, home);
        int before = texts(person);
        JalaliDate birth = JalaliDate.of(person.birthDate());
        visit.submit(
                form(visit, "/sign-in", "/sign-in")
                        .with("nationalId", person.nationalId())
                        .with("birthDate.day", "" + birth.day())
                        .with("birthDate.month", "" + birth.month())
                        .with("birthDate.year", "" + birth.year())
                        .with("mobile", person.mobile()));
        String code = code(person, before);
        visit.submit(form(visit, "/sign-in/code", "/sign-in/code").with("code", code));
        return visit;
    }

    private static Visit.Form form(Visit visit, String page, String action)
            throws IOException, InterruptedException, Stuck {
        return visit.open(page).form(action).orElseThrow(() -> new Stuck(page + " has no form"));
    }

    /** Takes a consent back. */
    String withdraw(Person person, String consent) throws IOException, InterruptedException, Stuck {
        String page = "/me/consents/" + consent + "/withdrawal";
        Visit visit = signIn(person);
        visit.submit(form(visit, page, page));
        return Errand.NOTHING;
    }

    /** «این من نبودم», of the newest line of that asker. */
    String complain(Person person, String asker, String text)
            throws IOException, InterruptedException, Stuck {
        Visit visit = signIn(person);
        for (String row : visit.open("/me").body().split("<tr", -1)) {
            Matcher line = LINE.matcher(row);
            if (row.contains(asker) && line.find()) {
                String page = line.group() + "/complaint";
                visit.submit(form(visit, page, page).with("text", text));
                return Errand.NOTHING;
            }
        }
        throw new Stuck("No line of " + asker);
    }
}
