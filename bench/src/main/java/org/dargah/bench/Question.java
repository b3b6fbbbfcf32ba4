package org.dargah.bench;

import java.nio.charset.StandardCharsets;

/**
 * One question over the wire.
 *
 * @param expected what an answer to it holds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Question(byte[] request, String expected) {

    /** As an administrator grants them, and as {@link Declared} declares them. */
    static final String PURPOSE = "service-delivery";

    private static final String MESSAGES = "/r1/IR-08/GOV/civil-registry/bench/record@1/record";
    private static final int ONE_WRONG_OF = 4;

    static Question of(String kind, long number, Credential program) {
        People.Person person = People.asked(number);
        return kind.equals("match")
                ? match(person, number % ONE_WRONG_OF != 0)
                : message(person, number, program);
    }

    /** As an X-Road client sends it. */
    private static Question message(People.Person person, long number, Credential program) {
        String body = "{\"nationalId\":\"" + person.nationalId() + "\"}";
        String headers =
                "X-Road-Client: " + program.name() + "\r\nX-Road-Id: bench-" + number + "\r\n";
        return new Question(post(MESSAGES, headers, body), "\"nationalId\"");
    }

    /** Whether these name and birth date are those of that national id; every fourth are not. */
    private static Question match(People.Person person, boolean right) {
        String body =
                """
                {"registry":"bench/person@1","purpose":"%s","keys":{"nationalId":"%s"},\
                "match":{"firstName":"%s","lastName":"%s","birthDate":"%s"}}\
                """
                        .formatted(
                                PURPOSE,
                                person.nationalId(),
                                person.firstName().replace('ی', 'ي'),
                                person.lastName(),
                                right ? person.birthDate() : person.birthDate().plusDays(1));
        return new Question(post("/api/v1/inquiries", "", body), "\"matches\":" + right);
    }

    private static byte[] post(String path, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                %sContent-Type: application/json\r
                Content-Length: %d\r
                \r
                """
                        .formatted(path, headers, bytes.length)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }
}
