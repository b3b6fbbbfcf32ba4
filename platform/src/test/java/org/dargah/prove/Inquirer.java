package org.dargah.prove;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.dargah.Program;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;

/**
 * A program of an organisation that asks again and again, in each of the three ways in turn, and
 * keeps every answer that it has received whole.
 */
final class Inquirer implements Runnable {

    static final List<Citizen> PEOPLE =
            List.of(Personas.SHOPKEEPER, Personas.GRADUATE, Personas.EXEMPT, Personas.OFFICE_OWNER);

    private static final String DEGREES = "/r1/IR-08/GOV/science/degrees/latest@1/degrees/latest";
    private static final int THINKING_MILLIS = 5;
    private static final int OK = 200;

    private final Admission.Organisation organisation;
    private final int port;
    private final Acknowledged acknowledged;
    private final Unanswered unanswered;
    private final Lock turn;
    private volatile boolean asking = true;
    private Program program;

    /**
     * @param turn is held for each question, so that whoever takes it from all can hold them back
     */
    Inquirer(
            Admission.Organisation organisation,
            int port,
            Acknowledged acknowledged,
            Unanswered unanswered,
            Lock turn) {
        this.organisation = organisation;
        this.port = port;
        this.acknowledged = acknowledged;
        this.unanswered = unanswered;
        this.turn = turn;
        this.program = signIn(organisation, port);
    }

    static Program signIn(Admission.Organisation organisation, int port) {
        return Program.signing(
                organisation.key(),
                organisation.id(),
                "http://localhost:" + port,
                "inquiries",
                port);
    }

    void end() {
        asking = false;
    }

    /**
     * Goes on until it is told to end; whatever breaks while the program is down is tried again.
     */
    @Override
    public void run() {
        for (int number = 0; asking; number++) {
            try {
                askInTurn(number);
                TimeUnit.MILLISECONDS.sleep(THINKING_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (AssertionError | RuntimeException | IOException e) {
                unanswered.broken();
                rest();
            }
        }
    }

    private void askInTurn(int number) throws IOException {
        turn.lock();
        long began = System.nanoTime();
        try {
            ask(number);
        } finally {
            unanswered.took(System.nanoTime() - began);
            turn.unlock();
        }
    }

    private void ask(int number) throws IOException {
        Citizen about = PEOPLE.get(number % PEOPLE.size());
        switch (number % 3) {
            case 0 -> message(about.nationalId());
            case 1 ->
                    inOneCall("fields", about.nationalId(), Map.of("fields", List.of("birthDate")));
            default ->
                    inOneCall(
                            "match",
                            about.nationalId(),
                            Map.of("match", Map.of("firstName", about.firstName())));
        }
    }

    private void message(String person) throws IOException {
        String id = UUID.randomUUID().toString();
        Program.Reply reply =
                program.request(
                        "POST",
                        DEGREES,
                        Map.of(
                                "X-Road-Client",
                                organisation.name(),
                                "X-Road-Id",
                                id,
                                "Content-Type",
                                "application/json"),
                        "{\"nationalId\":\"" + person + "\"}");
        keep(reply, reply.header("Dargah-Inquiry"), id, "message", person);
    }

    private void inOneCall(String way, String person, Map<String, ?> more) throws IOException {
        var question = new HashMap<String, Object>(more);
        String id = UUID.randomUUID().toString();
        question.put("registry", Admission.CIVIL);
        question.put("purpose", Admission.BANKING);
        question.put("keys", Map.of("nationalId", person));
        question.put("issue", id);
        Program.Reply reply = program.post("/api/v1/inquiries", question);
        keep(reply, reply.status() == OK ? reply.at("/inquiry") : "", id, way, person);
    }

    private void keep(Program.Reply reply, String inquiry, String id, String way, String person)
            throws IOException {
        if (reply.status() == OK) {
            acknowledged.keep(new HeardAnswer(inquiry, id, way, person, reply.body()).line());
            return;
        }
        unanswered.refused(reply);
        if (reply.status() == 401 || reply.header("X-Road-Error").contains("SslAuthentication")) {
            program = signIn(organisation, port);
        }
        rest();
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
