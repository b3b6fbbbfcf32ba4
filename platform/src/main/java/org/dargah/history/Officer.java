package org.dargah.history;

import java.io.IOException;
import java.util.Optional;

/** An official of the demo at the pages of the office. */
final class Officer {

    private final Visit visit;
    private final String username;
    private final String password;

    Officer(Visit visit, String username, String password) {
        this.visit = visit;
        this.username = username;
        this.password = password;
    }

    /**
     * Opens the case and decides. A case that nobody can decide any more was decided before: by
     * this history, in the moment in which it was interrupted.
     *
     * @param condition that a refusal cites, 0 for none
     */
    void decide(String code, String choice, int condition, String text)
            throws IOException, InterruptedException, Stuck {
        String action = "/work/cases/" + code + "/decision";
        Optional<Visit.Form> form = open(code).form(action);
        if (form.isEmpty()) {
            return;
        }
        Visit.Form filled = form.get().with("choice", choice).with("explanation", text);
        if (condition > 0) {
            filled = filled.with("conditions", String.valueOf(condition));
        }
        Visit.Page done = visit.submit(filled);
        if (done.status() != 303) {
            throw new Stuck(code + ": the decision is answered with " + done.status());
        }
    }

    private synchronized Visit.Page open(String code)
            throws IOException, InterruptedException, Stuck {
        String path = "/work/cases/" + code;
        Visit.Page page = visit.open(path);
        if (page.status() == 303) {
            signIn();
            page = visit.open(path);
        }
        if (page.status() != 200) {
            throw new Stuck(code + ": " + username + " cannot open it, " + page.status());
        }
        return page;
    }

    private void signIn() throws IOException, InterruptedException, Stuck {
        Visit.Form door =
                visit.open("/work/sign-in")
                        .form("/work/sign-in")
                        .orElseThrow(() -> new Stuck("The office's door has no form"));
        Visit.Page in = visit.submit(door.with("username", username).with("password", password));
        if (in.status() != 303) {
            throw new Stuck(username + " cannot sign in, " + in.status());
        }
    }
}
