package org.dargah.prove;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dargah.Visitor;
import org.dargah.sandbox.people.Citizen;

/** A citizen who applies again and again, and keeps every code that was acknowledged. */
final class Submitter implements Runnable {

    private static final String SERVICE = "/apply/education/degree-confirmation";

    private final int port;
    private final Citizen citizen;
    private final Acknowledged acknowledged;
    private final Visitor visitor;

    Submitter(int port, Citizen citizen, Acknowledged acknowledged) {
        this.port = port;
        this.citizen = citizen;
        this.acknowledged = acknowledged;
        this.visitor = new Visitor(port);
    }

    void signIn() throws IOException, InterruptedException {
        Door.enter(visitor, port, citizen, SERVICE);
    }

    /** Goes on until interrupted; whatever breaks while the program is down is tried again. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                apply();
            } catch (AssertionError | RuntimeException | IOException e) {
                rest();
            }
        }
    }

    private void apply() throws IOException {
        Visitor.Page opened = visitor.submit(visitor.open(SERVICE).form(SERVICE));
        String draft = Objects.requireNonNull(opened.location());
        String form = draft + "/form/recipient";
        visitor.submit(visitor.open(form).form(form).with("recipient", "study"));
        String submission = draft + "/submission";
        Visitor.Page done =
                visitor.submit(
                        visitor.open(draft + "/check").form(submission).with("agreed", "true"));
        if (done.status() == 303 && (draft + "/receipt").equals(done.location())) {
            acknowledged.keep(draft.substring("/cases/".length()));
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
