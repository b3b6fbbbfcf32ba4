package org.dargah.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Objects;
import org.dargah.Browser;
import org.junit.jupiter.api.Test;

class LookingAtComponentsTest {

    @Test
    void everyComponentServesEveryone() {
        try (var pages = PagesAlone.start();
                Browser browser = new Browser()) {
            int port = Objects.requireNonNull(pages.getWebServer()).getPort();
            String address = "http://127.0.0.1:" + port;
            Page desktop = browser.desktop();
            Page phone = browser.phone();
            for (String path : new String[] {"/ui", "/ui?lang=en", "/nothing?lang=fa"}) {
                String name = path.replaceAll("\\W+", "-");
                desktop.navigate(address + path);
                assertThat(desktop.locator("header .brand").count()).isOne();
                Browser.look(desktop, "components" + name + "-desktop");
                phone.navigate(address + path);
                Browser.look(phone, "components" + name + "-phone");
            }
        }
    }
}
