package org.dargah.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.World;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.Province;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DargahTest
class ReachingAPhoneTest {

    private static final Mobile MOBILE = new Mobile("09139990101");

    @Autowired Messages messages;
    @Autowired TransactionTemplate transaction;

    @Test
    void aMessageIsOnThePhoneSoonAfterTheCommit() {
        transaction.executeWithoutResult(
                t -> messages.sms(new Province("IR-08"), MOBILE, "درخواست شما ثبت شد.", null));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(phone()).containsOnlyOnce("درخواست شما ثبت شد."));
    }

    private static String phone() throws Exception {
        URI page = World.outside().url().resolve("/sandbox/phone/" + MOBILE.digits() + ".json");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(page).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
