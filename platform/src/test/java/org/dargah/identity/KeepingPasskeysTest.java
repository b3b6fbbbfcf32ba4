package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.sandbox.people.Personas.SHOPKEEPER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.acts.Act;
import org.dargah.kernel.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class KeepingPasskeysTest {

    private static final String TOLD = "یک کلید عبور به حساب شما افزوده شد";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Passkeys passkeys;

    private final List<Page> pages = new ArrayList<>();

    private KeyHolder born(Page page) {
        pages.add(page);
        return KeyHolder.born(port, page).signInByCode("/me");
    }

    @AfterEach
    void leave() {
        pages.forEach(page -> page.context().close());
    }

    @BeforeEach
    void begin() {
        pages.clear();
    }

    @Test
    void aPasskeyIsOfferedAddedNamedAndRemovedOnAPhone() {
        KeyHolder holder = born(Browser.shared().phone());
        Page page = holder.page();
        assertThat(page.locator("main").innerText()).contains("افزودن کلید عبور");
        Browser.look(page, "passkey-offer-phone");
        page.getByText("افزودن کلید عبور").first().click();
        page.waitForURL("**/me/passkeys");
        assertThat(page.getByText("بعداً").first().isVisible()).isTrue();
        Browser.look(page, "passkey-add-phone");

        holder.addPasskey("");
        Browser.look(page, "passkey-added-phone");
        PersonId person = holder.id(jdbc);
        assertThat(passkeys.of(person)).extracting(Passkey::name).containsExactly("کلید عبور ۱");
        assertThat(acts(person)).endsWith(Act.PASSKEY_ADDED.name());
        holder.reads(TOLD);

        page.locator("main table a").click();
        Browser.look(page, "passkey-one-phone");
        page.locator("[name=name]").fill("  تبلت\u202e خانه ");
        page.getByText("ذخیرهٔ نام").click();
        page.waitForURL("**renamed=true");
        assertThat(passkeys.of(person)).extracting(Passkey::name).containsExactly("تبلت خانه");

        assertThat(acts(person)).endsWith(Act.PASSKEY_RENAMED.name());
        page.getByText("برداشتن این کلید عبور").click();
        page.waitForURL("**/removal");
        assertThat(page.locator("h1").innerText()).contains("تبلت خانه");
        Browser.look(page, "passkey-removal-phone");
        page.locator(".btn--err").click();
        page.waitForURL("**/me/passkeys?done=removed");
        Browser.look(page, "passkey-removed-phone");
        assertThat(passkeys.of(person)).isEmpty();
        assertThat(acts(person)).endsWith(Act.PASSKEY_REMOVED.name());
    }

    private List<String> acts(PersonId person) {
        return jdbc.sql(
                        """
                        select act from acts.act
                        where province = 'IR-08' and subject = :person order by id
                        """)
                .param("person", person.value())
                .query((row, number) -> row.getString("act"))
                .list();
    }

    @Test
    void everyoneCanUseThePages() {
        KeyHolder holder = born(Browser.shared().desktop());
        Page page = holder.page();
        Browser.look(page, "passkey-offer-desktop");
        page.navigate(holder.home() + "/me/passkeys");
        Browser.look(page, "passkey-add-desktop");
        holder.addPasskey("لپ‌تاپ اداره");
        Browser.look(page, "passkey-added-desktop");
        page.navigate(holder.home() + "/me");
        Browser.look(page, "passkey-me-desktop");
        page.navigate(holder.home() + "/me/passkeys?lang=en");
        page.locator("main table a").click();
        Browser.look(page, "passkey-one-desktop-en");
        holder.signOut();
        page.navigate(holder.home() + "/sign-in?lang=fa");
        Browser.look(page, "passkey-sign-in-desktop");
    }

    @Test
    void aDeviceThatHoldsAKeyOfTheirsMakesNoSecond() {
        KeyHolder holder = born(Browser.shared().desktop()).addPasskey("یک");
        holder.page().navigate(holder.home() + "/me/passkeys");
        holder.pressPasskey();
        holder.page().getByText("این دستگاه همین حالا هم کلید عبور شما را دارد").waitFor();
        Browser.look(holder.page(), "passkey-known-desktop");
        assertThat(passkeys.of(holder.id(jdbc))).hasSize(1);
    }

    @Test
    void someoneWhoTurnsAwayReadsThatNothingHappened() {
        KeyHolder holder = born(Browser.shared().phone());
        holder.device().verifies(false);
        holder.page().navigate(holder.home() + "/me/passkeys");
        holder.pressPasskey();
        holder.page().getByText("کلید عبور به کار نرفت").first().waitFor();
        Browser.look(holder.page(), "passkey-cancelled-phone");
        holder.device().verifies(true);
        holder.pressPasskey();
        holder.page().waitForURL("**/me/passkeys?done=added");
    }

    @Test
    void theSameAnswerSentTwiceAddsOneAndIsToldOnce() {
        KeyHolder holder = born(Browser.shared().desktop());
        List<String> sent = new ArrayList<>();
        holder.page()
                .onRequest(
                        (Request request) -> {
                            if (request.method().equals("POST")
                                    && request.url().endsWith("/me/passkeys")) {
                                sent.add(String.valueOf(request.postData()));
                            }
                        });
        holder.addPasskey("یک");
        String credential = field(sent.getFirst(), "credential");
        var again = holder.post("/me/passkeys", Map.of("credential", credential));
        assertThat(again.status()).isEqualTo(303);
        assertThat(passkeys.of(holder.id(jdbc))).hasSize(1);
        holder.reads(TOLD);
        assertThat(Visitor.smsTo(holder.citizen().mobile()))
                .filteredOn(text -> text.contains(TOLD))
                .hasSize(1);

        KeyHolder thief = born(Browser.shared().desktop());
        thief.post("/me/passkeys/challenges", Map.of());
        assertThat(thief.post("/me/passkeys", Map.of("credential", credential)).status())
                .isEqualTo(422);
    }

    private static String field(String form, String name) {
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return java.net.URLDecoder.decode(
                        pair.substring(name.length() + 1), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError(form);
    }

    @Test
    void aStrangerNeitherSeesNorNamesNorRemovesIt() {
        KeyHolder holder = born(Browser.shared().desktop()).addPasskey("مال من");
        Passkey key = passkeys.of(holder.id(jdbc)).getFirst();
        Visitor stranger = new Visitor(port);
        stranger.signIn(SHOPKEEPER, "/me");
        String address = "/me/passkeys/" + key.id();
        assertThat(stranger.open(address).status()).isEqualTo(404);
        var fields = stranger.open("/me").form("/sign-out").fields();
        assertThat(stranger.submit(new Visitor.Form(address + "/removal", fields)).status())
                .isEqualTo(404);
        assertThat(
                        stranger.submit(new Visitor.Form(address, fields).with("name", "مال او"))
                                .status())
                .isEqualTo(404);
        assertThat(passkeys.of(holder.id(jdbc)))
                .extracting(Passkey::name)
                .containsExactly("مال من");
    }

    @Test
    void aNameIsNeededToRename() {
        KeyHolder holder = born(Browser.shared().desktop()).addPasskey("یک");
        holder.page().locator("main table a").click();
        holder.page().locator("[name=name]").fill(" ");
        holder.page().getByText("ذخیرهٔ نام").click();
        holder.page().locator(".errsum").waitFor();
        assertThat(holder.page().locator("main").innerText())
                .contains("نامی برای کلید عبور بنویسید");
    }

    @Test
    void onlyThePublicHalfIsStoredAndTheHandleTellsNothing() {
        KeyHolder holder = born(Browser.shared().desktop()).addPasskey("یک");
        String row =
                jdbc.sql(
                                """
                                select k::text || p.passkey_handle::text from identity.passkey k
                                    join identity.person p on p.id = k.person
                                where k.person = :person
                                """)
                        .param("person", holder.id(jdbc).value())
                        .query(String.class)
                        .single();
        String secret =
                holder.device().keys().get(0).getAsJsonObject().get("privateKey").getAsString();
        assertThat(row)
                .doesNotContain(
                        java.util.HexFormat.of()
                                .formatHex(java.util.Base64.getDecoder().decode(secret)))
                .doesNotContain(holder.citizen().nationalId());
    }
}
