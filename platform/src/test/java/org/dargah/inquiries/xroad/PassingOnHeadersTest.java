package org.dargah.inquiries.xroad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dargah.identity.Proof;
import org.junit.jupiter.api.Test;

class PassingOnHeadersTest {

    private static final Call CALL =
            new Call(
                    "GET",
                    "/r1/I/C/M/S/V",
                    null,
                    Identifier.of("I", "C", "M", "S", "V"),
                    Identifier.of("I", "C", "M", "T"),
                    "m-1",
                    "q-1",
                    List.of(
                            Map.entry("authorization", "Bearer it"),
                            Map.entry("Accept", "text/plain")),
                    "",
                    new byte[0]);

    @Test
    void ourTokenStaysWithUs() {
        assertThat(CALL.message(Proof.TOKEN).headers())
                .containsExactly(Map.entry("Accept", "text/plain"));
    }

    @Test
    void theRegistrysTokenReachesItAsItCame() {
        assertThat(CALL.message(Proof.CERTIFICATE).headers())
                .containsExactly(
                        Map.entry("authorization", "Bearer it"), Map.entry("Accept", "text/plain"));
    }
}
