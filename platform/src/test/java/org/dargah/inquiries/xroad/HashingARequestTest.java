package org.dargah.inquiries.xroad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the definition, computed here once more by hand. */
class HashingARequestTest {

    private static final String BLOCK =
            "POST\r\n/r1/I/C/M/S/V/path?b=c\r\nX-Road-Client:I/C/M/T\r\nX-Road-Request-Id:q-1\r\n";

    private static Call call(String body) {
        return new Call(
                "POST",
                "/r1/I/C/M/S/V/path",
                "b=c",
                Identifier.of("I", "C", "M", "S", "V"),
                Identifier.of("I", "C", "M", "T"),
                "m-1",
                "q-1",
                List.of(
                        Map.entry("X-Road-Client", "I/C/M/T"),
                        Map.entry("X-Road-Request-Id", "q-1")),
                "/path",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha512(byte[] content) throws Exception {
        return MessageDigest.getInstance("SHA-512").digest(content);
    }

    @Test
    void withoutABodyItIsTheHashOfTheHeaders() throws Exception {
        assertThat(Base64.getDecoder().decode(RequestHash.of(call(""))))
                .isEqualTo(sha512(BLOCK.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withABodyItIsTheHashOfBothHashes() throws Exception {
        byte[] both = new byte[128];
        System.arraycopy(sha512(BLOCK.getBytes(StandardCharsets.UTF_8)), 0, both, 0, 64);
        System.arraycopy(sha512("body".getBytes(StandardCharsets.UTF_8)), 0, both, 64, 64);

        assertThat(Base64.getDecoder().decode(RequestHash.of(call("body"))))
                .isEqualTo(sha512(both));
    }

    @Test
    void segmentsAreUtf8EachEncodedOnItsOwn() {
        assertThat(Identifier.parse("IR-08/GOV/%D8%AB%D8%A8%D8%AA/a%20b", 4))
                .contains(Identifier.of("IR-08", "GOV", "ثبت", "a b"));
        assertThat(Identifier.of("ثبت", "a b", "latest@1").toString())
                .isEqualTo("%D8%AB%D8%A8%D8%AA/a%20b/latest%401");
        assertThat(Identifier.parse("a/b", 3)).isEmpty();
        assertThat(Identifier.parse("a//c", 3)).isEmpty();
        assertThat(Identifier.parse("a/%2e%2e/c", 3)).isEmpty();
        assertThat(Identifier.parse("a/%2F/c", 3)).isEmpty();
        assertThat(Identifier.parse("a/%zz/c", 3)).isEmpty();
        assertThat(Identifier.parse("a/%FF/c", 3)).isEmpty();
        assertThat(Identifier.parse("a/%0d%0a/c", 3)).isEmpty();
    }
}
