package org.dargah.history;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.kernel.JalaliDate;

/** A citizen at the portal: signs in by a code on the phone, and writes on the case's page. */
final class Citizen {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final int TRIES = 250;
    private static final int PAUSE_MILLIS = 20;

    private final Visit visit;
    private final Outside outside;
    private final Resident who;

    Citizen(Visit visit, Outside outside, Resident who) {
        this.visit = visit;
        this.outside = outside;
        this.who = who;
    }

    /** Page by page; what was handed in before asks no more questions. */
    String apply(Story story, boolean pays) throws IOException, InterruptedException, Stuck {
        signIn();
        String start = "/apply/" + story.service();
        Visit.Page begun =
                visit.submit(
                        visit.open(start)
                                .form(start)
                                .orElseThrow(() -> new Stuck("The start has no form"))
                                .with("_key", story.key()));
        String path = Objects.requireNonNull(begun.location());
        List<String> pages =
                story.isLicence()
                        ? story.answers().containsKey("area")
                                ? List.of("place", "trade", "space", "name", "plan")
                                : List.of("place", "trade", "name", "plan")
                        : story.answers().containsKey("note")
                                ? List.of("recipient", "other")
                                : List.of("recipient");
        for (String page : pages) {
            String action = path + "/form/" + page;
            var asked = visit.open(action).form(action);
            if (asked.isEmpty()) {
                return path.substring("/cases/".length());
            }
            Visit.Form form = asked.get();
            for (var answer : story.answers().entrySet()) {
                form = form.with(answer.getKey(), answer.getValue());
            }
            expect(visit.submit(form), action);
        }
        String submission = path + "/submission";
        Visit.Page done =
                visit.submit(
                        visit.open(path + "/check")
                                .form(submission)
                                .orElseThrow(() -> new Stuck("The check page has no form"))
                                .with("agreed", "true"));
        expect(done, path);
        if (story.isLicence() && pays) {
            var back = outside.pay(Objects.requireNonNull(done.location()));
            visit.open(back.getPath() + "?" + back.getRawQuery());
        }
        return path.substring("/cases/".length());
    }

    void rate(String code, int score, String word) throws IOException, InterruptedException, Stuck {
        signIn();
        var form = visit.open("/cases/" + code).form("/cases/" + code + "/rating");
        if (form.isPresent()) {
            expect(visit.submit(form.get().with("score", "" + score).with("word", word)), code);
        }
    }

    void correct(String code, String text) throws IOException, InterruptedException, Stuck {
        send(code, "correction", "correction", text);
    }

    void withdraw(String code) throws IOException, InterruptedException, Stuck {
        signIn();
        String action = "/cases/" + code + "/withdrawal";
        Visit.Page page = visit.open(action);
        var form = page.form(action);
        if (form.isPresent()) {
            expect(visit.submit(form.get()), code);
        }
    }

    /** Where the form is gone, it was sent before the history was interrupted. */
    private void send(String code, String what, String field, String text)
            throws IOException, InterruptedException, Stuck {
        signIn();
        var form = visit.open("/cases/" + code).form("/cases/" + code + "/" + what);
        if (form.isPresent()) {
            expect(visit.submit(form.get().with(field, text)), code);
        }
    }

    private static void expect(Visit.Page answer, String code) throws Stuck {
        if (answer.status() != 303) {
            throw new Stuck(code + ": the applicant's form is answered with " + answer.status());
        }
    }

    private void signIn() throws IOException, InterruptedException, Stuck {
        List<String> before = outside.texts(who.mobile());
        JalaliDate born = JalaliDate.of(who.birthDate());
        Visit.Page asked =
                visit.submit(
                        door("/sign-in")
                                .with("nationalId", who.nationalId())
                                .with("birthDate.day", String.valueOf(born.day()))
                                .with("birthDate.month", String.valueOf(born.month()))
                                .with("birthDate.year", String.valueOf(born.year()))
                                .with("mobile", who.mobile()));
        if (!Objects.equals(asked.location(), "/sign-in/code")) {
            throw new Stuck("A citizen's sign-in is answered with " + asked.status());
        }
        visit.submit(door("/sign-in/code").with("code", code(before.size())));
    }

    private Visit.Form door(String path) throws IOException, InterruptedException, Stuck {
        return visit.open(path).form(path).orElseThrow(() -> new Stuck(path + " has no form"));
    }

    private String code(int before) throws IOException, InterruptedException, Stuck {
        for (int tries = 0; tries < TRIES; tries++) {
            List<String> texts = outside.texts(who.mobile());
            Matcher code = CODE.matcher(texts.isEmpty() ? "" : texts.getFirst());
            if (texts.size() > before && code.find()) {
                return code.group(1);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new Stuck("No code came to a citizen's phone");
    }
}
