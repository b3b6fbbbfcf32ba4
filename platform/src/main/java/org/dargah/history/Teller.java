package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does the deeds of planned cases at the program's doors, and waits until each has come to rest.
 */
final class Teller {

    private static final String REVIEWING = "در حال بررسی";
    private static final String AWAITING_APPLICANT = "منتظر متقاضی";
    private static final String APPROVED = "پذیرفته شد";
    private static final String REFUSED = "رد شد";
    private static final String WITHDRAWN = "پس گرفته شد";
    private static final int TRIES = 1000;

    /** What follows a correction off the request shows nowhere; it takes some tens of ms. */
    private static final int SETTLING = 200;

    private static final int FIRST_PAUSE = 12;
    private static final int LONGEST_PAUSE = 150;

    private final HttpClient client;
    private final URI home;
    private final Api api;
    private final Outside outside;
    private final Map<String, String> passwords;
    private final Map<String, Officer> officers = new ConcurrentHashMap<>();

    /**
     * @param passwords of the demo's accounts, by user name
     */
    Teller(HttpClient client, URI home, Api api, Outside outside, Map<String, String> passwords) {
        this.client = client;
        this.home = home;
        this.api = api;
        this.outside = outside;
        this.passwords = Map.copyOf(passwords);
    }

    /** The case's tracking code. */
    String tell(Plan.Task task, String before) throws IOException, InterruptedException, Stuck {
        Story story = task.story();
        String code = act(story, task.deed(), before);
        awaitTexts(code, story.applicant().mobile(), story.texts(task.index()));
        awaitStage(code, stages(story, task.deed()));
        return code;
    }

    private String act(Story story, Deed deed, String code)
            throws IOException, InterruptedException, Stuck {
        switch (deed) {
            case Deed.Apply apply -> {
                return apply(story, apply);
            }
            case Deed.AskCorrection ask ->
                    officer(ask.officer()).decide(code, "ASK_CORRECTION", 0, ask.text());
            case Deed.Correct correct -> {
                api.correct(code, correct.text());
                Thread.sleep(SETTLING);
            }
            case Deed.Approve approve -> officer(approve.officer()).decide(code, "APPROVE", 0, "");
            case Deed.Refuse refuse ->
                    officer(refuse.officer())
                            .decide(code, "REFUSE", refuse.condition(), refuse.text());
            case Deed.Withdraw withdraw -> api.withdraw(code);
            case Deed.Rate rate -> api.rate(code, rate.score(), rate.word());
        }
        return code;
    }

    private String apply(Story story, Deed.Apply apply)
            throws IOException, InterruptedException, Stuck {
        Api.Applied applied = api.apply(story);
        if (apply.pays() && applied.payAt().isPresent()) {
            URI back = outside.pay(applied.payAt().get());
            new Visit(client, home).open(back.getRawPath() + "?" + back.getRawQuery());
        }
        return applied.code();
    }

    /**
     * The words with which a stranger reads where the case stands, for what happens off the
     * request. After an interruption it may stand further on.
     */
    private static List<String> stages(Story story, Deed deed) {
        return switch (deed) {
            case Deed.Apply apply ->
                    !apply.pays()
                            ? List.of()
                            : story.isLicence()
                                    ? List.of(
                                            REVIEWING,
                                            AWAITING_APPLICANT,
                                            APPROVED,
                                            REFUSED,
                                            WITHDRAWN)
                                    : List.of(APPROVED, REFUSED);
            case Deed.Correct correct -> List.of(REVIEWING, APPROVED, REFUSED);
            case Deed.AskCorrection ask -> List.of();
            case Deed.Approve approve -> List.of();
            case Deed.Refuse refuse -> List.of();
            case Deed.Withdraw withdraw -> List.of();
            case Deed.Rate rate -> List.of();
        };
    }

    /**
     * The last thing that the program does about most deeds is to send a text; before that is on
     * the phone, the clock must not go on.
     */
    private void awaitTexts(String code, String mobile, int expected)
            throws IOException, InterruptedException, Stuck {
        for (int tries = 0; tries < TRIES; tries++) {
            if (outside.texts(mobile).stream().filter(t -> t.contains(code)).count() >= expected) {
                return;
            }
            pause(tries);
        }
        throw new Stuck(code + " sends no text");
    }

    private void awaitStage(String code, List<String> stages)
            throws IOException, InterruptedException, Stuck {
        var stranger = new Visit(client, home);
        for (int tries = 0; tries < TRIES && !stages.isEmpty(); tries++) {
            String page = stranger.open("/track/" + code).body();
            if (stages.stream().anyMatch(stage -> page.contains("<b>" + stage + "</b>"))) {
                return;
            }
            pause(tries);
        }
        if (!stages.isEmpty()) {
            throw new Stuck(code + " does not come to " + stages);
        }
    }

    private Officer officer(String username) {
        return officers.computeIfAbsent(
                username,
                name ->
                        new Officer(
                                new Visit(client, home), name, passwords.getOrDefault(name, "")));
    }

    /** Longer each time: asking costs the same two cores that are waited for. */
    private static void pause(int tries) throws InterruptedException {
        Thread.sleep(Math.min(LONGEST_PAUSE, FIRST_PAUSE + tries * FIRST_PAUSE));
    }
}
