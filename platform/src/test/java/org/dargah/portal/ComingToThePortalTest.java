package org.dargah.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class ComingToThePortalTest {

    private static final List<String> PAGES =
            List.of("/", "/services", "/help", "/help/accessibility", "/help/privacy");

    @LocalServerPort int port;
    @Autowired Catalog catalog;

    @Test
    void everyServiceForPeopleIsInTheListAndAHandfulOnTheFirstPage() throws Exception {
        String home = get("/").body();
        String list = get("/services").body();
        assertThat(catalog.all()).isNotEmpty();
        for (Service service : catalog.all()) {
            if (!service.isForPeople()) {
                assertThat(home + list).doesNotContain(service.path());
                continue;
            }
            assertThat(list)
                    .contains(service.path(), service.title().fa())
                    .contains("id=\"" + service.lifeEvent().slug() + "\"");
        }
        assertThat(
                        catalog.all().stream()
                                .filter(Service::isForPeople)
                                .filter(service -> home.contains(service.path()))
                                .filter(service -> home.contains(service.title().fa())))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(home).contains("href=\"/services\"");
    }

    @Test
    void aStrangerIsShownTheDoorAndTheTrackingOfCases() throws Exception {
        assertThat(get("/").body())
                .contains("استان کرمان", "href=\"/sign-in\"", "action=\"/track\"", "/search?q=");
    }

    @Test
    void theDemoSaysThatItsDataIsInvented() throws Exception {
        assertThat(get("/help").body()).contains("ساختگی");
    }

    @Test
    void nobodySeesTheirOwnPageWithoutSigningIn() throws Exception {
        HttpResponse<String> answer = get("/me");
        assertThat(answer.statusCode()).isIn(302, 303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(door -> assertThat(door).contains("/sign-in"));
    }

    @Test
    void everyoneCanUseIt() {
        try (Browser browser = new Browser()) {
            Page desktop = browser.desktop();
            Page phone = browser.phone();
            for (String path : PAGES) {
                String name = "portal" + path.replaceAll("\\W+", "-");
                desktop.navigate(address(path).toString());
                Browser.look(desktop, name + "-desktop");
                phone.navigate(address(path).toString());
                Browser.look(phone, name + "-phone");
            }
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
