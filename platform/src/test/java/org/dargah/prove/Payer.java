package org.dargah.prove;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dargah.Visitor;
import org.dargah.sandbox.people.Citizen;

/**
 * A citizen who pays for one licence after another, and keeps what the provider and Dargah
 * acknowledged. Some never come back from the provider, and only look whether Dargah found out.
 */
final class Payer implements Runnable {

    private static final String SERVICE = "/apply/asnaf/business-licence";
    private static final int PATIENCE_SECONDS = 120;

    /** Where a kill may fall. */
    enum Step {
        /** The provider is told to take the money. */
        PAYING,
        /** It has, and the browser is on its way back. */
        RETURNING,
        /** Dargah asks the provider whether it is true. */
        VERIFYING,
        /** Nobody comes back: Dargah has to ask by itself. */
        SILENT
    }

    private final int port;
    private final Citizen citizen;
    private final Acknowledged paid;
    private final Acknowledged receipts;
    private final Aim<Step> aim;
    private final Visitor visitor;
    private final Random random;
    private final AtomicInteger foundOut = new AtomicInteger();

    Payer(
            int port,
            Citizen citizen,
            Acknowledged paid,
            Acknowledged receipts,
            Aim<Step> aim,
            long seed) {
        this.port = port;
        this.citizen = citizen;
        this.paid = paid;
        this.receipts = receipts;
        this.aim = aim;
        this.visitor = new Visitor(port);
        this.random = new Random(seed);
    }

    void signIn() throws IOException, InterruptedException {
        Door.enter(visitor, port, citizen, SERVICE);
    }

    /** Goes on until interrupted; what breaks while the program is down is tried again. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                apply();
            } catch (AssertionError | RuntimeException | IOException e) {
                rest(300);
            }
        }
    }

    /** Goes on with the draft that was left, as a person would who saw the connection break. */
    private void apply() throws IOException {
        String draft = location(visitor.submit(visitor.open(SERVICE).form(SERVICE)));
        Visitor.Page check = visitor.open(draft + "/check");
        if (check.status() != 200) {
            fillIn(draft);
            check = visitor.open(draft + "/check");
        }
        String next =
                location(visitor.submit(check.form(draft + "/submission").with("agreed", "true")));
        String code = draft.substring("/cases/".length());
        if (next.startsWith("/sandbox/pay/")) {
            pay(code, next);
        } else if (next.equals(draft + "/receipt")) {
            receipts.keep(code);
        }
    }

    private void fillIn(String draft) {
        answer(draft, "place", Map.of("postcode", "7616611301"));
        answer(draft, "trade", Map.of("trade", "clothing"));
        answer(draft, "name", Map.of("unitName", "نمونه"));
        answer(draft, "plan", Map.of());
    }

    private void answer(String draft, String page, Map<String, String> answers) {
        String action = draft + "/form/" + page;
        Visitor.Form form = visitor.open(action).form(action);
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            form = form.with(answer.getKey(), answer.getValue());
        }
        visitor.submit(form);
    }

    private void pay(String code, String room) throws IOException {
        String token = room.substring("/sandbox/pay/".length());
        Visitor.Page page = visitor.open(room);
        boolean silently = random.nextInt(3) == 0;
        if (page.body().contains(room + "/payment")) {
            aim.at(Step.PAYING);
            location(visitor.submit(page.form(room + (silently ? "/silent-payment" : "/payment"))));
        }
        paid.keep(code + " " + token);
        if (silently) {
            lookForReceipt(code);
        } else {
            comeBack(code, token);
        }
    }

    private void comeBack(String code, String token) throws IOException {
        aim.at(Step.RETURNING);
        rest(random.nextInt(400));
        aim.at(Step.VERIFYING);
        Visitor.Page back =
                visitor.follow(visitor.open("/payments/callback?token=" + token + "&status=ok"));
        if (back.status() == 200 && back.body().contains("/cases/" + code + "/receipt.pdf")) {
            receipts.keep(code);
        }
    }

    private void lookForReceipt(String code) throws IOException {
        aim.at(Step.SILENT);
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (receipt(code).contains("/cases/" + code + "/receipt.pdf")) {
                receipts.keep(code);
                foundOut.incrementAndGet();
                return;
            }
            rest(1_000);
        }
    }

    /** How many payments Dargah found although this payer never came back. */
    int foundOut() {
        return foundOut.get();
    }

    /** The page of the receipt; empty while there is none or the program is down. */
    String receipt(String code) {
        try {
            Visitor.Page page = visitor.open("/cases/" + code + "/receipt");
            return page.status() == 200 ? page.body() : "";
        } catch (AssertionError down) {
            return "";
        }
    }

    private static String location(Visitor.Page page) {
        return Objects.requireNonNull(page.location());
    }

    private static void rest(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
