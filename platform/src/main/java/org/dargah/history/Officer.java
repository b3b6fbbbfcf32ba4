package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.util.List;
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
        Optional<Visit.Form> form = open("/work/cases/" + code).form(action);
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

    synchronized Visit.Page open(String path) throws IOException, InterruptedException, Stuck {
        Visit.Page page = visit.open(path);
        if (page.status() == 303) {
            signIn();
            page = visit.open(path);
        }
        if (page.status() != 200) {
            throw new Stuck(path + ": " + username + " cannot open it, " + page.status());
        }
        return page;
    }

    /** The form on a page, to be filled in. */
    Visit.Form form(String path, String action) throws IOException, InterruptedException, Stuck {
        return open(path).form(action).orElseThrow(() -> new Stuck(path + " has no form"));
    }

    /** Where it leads, once it is accepted. */
    String send(Visit.Form form, String name, List<String> values)
            throws IOException, InterruptedException, Stuck {
        Visit.Page done = visit.submit(form, name, values);
        if (done.status() != 303 || done.location() == null) {
            throw new Stuck(form.action() + " is answered with " + done.status());
        }
        return URI.create(done.location()).getPath();
    }

    /** The page that answers. */
    Visit.Page submit(Visit.Form form) throws IOException, InterruptedException {
        return visit.submit(form);
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
