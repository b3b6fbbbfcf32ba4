package org.dargah.board.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.agencies.Agencies;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@DargahTest
class LookingAtTheBoardTest {

    private static boolean filled;

    @LocalServerPort int port;

    @Autowired CaseLineTable table;
    @Autowired Agencies agencies;
    @Autowired WorkingCalendar calendar;
    @Autowired DemoAccounts accounts;

    /** Ten months of cases at offices of different diligence. */
    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        var random = new Random(5);
        var listener = new Listener(table, agencies);
        Instant now = Instant.now();
        work(listener, "asnaf-kerman", "business-licence", 10, 9, now, random);
        work(listener, "asnaf-rafsanjan", "business-licence", 10, 14, now, random);
        work(listener, "education", "degree-confirmation", 3, 2, now, random);
    }

    private void work(
            Listener listener,
            String office,
            String service,
            int term,
            int pace,
            Instant now,
            Random random) {
        for (int i = 0; i < 70; i++) {
            Instant at = now.minus(Duration.ofHours(random.nextInt(24 * 300)));
            LocalDate due = calendar.plusWorkingDays(Tehran.dateOf(at), term);
            var one = Happening.at("IR-08", office, service, at, due);
            listener.on(one.submission());
            Instant end = at.plus(Duration.ofHours(1 + random.nextInt(24 * 2 * pace)));
            if (end.isBefore(now) && i % 12 > 0) {
                listener.on(one.decided(end));
                if (i % 3 == 0) {
                    listener.on(one.rated(2 + random.nextInt(4), end));
                }
            } else if (i % 5 == 0) {
                listener.on(one.asked(at.plusSeconds(3600)));
            }
        }
    }

    @Test
    void theGovernorSeesEveryAgencyAndTheCasesBehindEachNumber() {
        for (Page page : List.of(Browser.shared().desktop(), Browser.shared().phone())) {
            String size = page.viewportSize().width > 600 ? "desktop" : "phone";
            signIn(page, "governor");
            assertThat(page.url()).endsWith("/board");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "اتاق اصناف مرکز استان کرمان", "رتبه‌بندی دستگاه‌ها", "پرونده‌های باز");
            Browser.look(page, "board-" + size + "-province");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Browser.picture(page, "board-" + size + "-print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.locator("#bodies ~ table th a").first().click();
            Browser.look(page, "board-" + size + "-agency");
            page.navigate(home() + "/board?agency=asnaf");
            assertThat(page.locator("main").innerText())
                    .contains("رتبه‌بندی دفترها", "اتاق اصناف شهرستان رفسنجان");
            Browser.look(page, "board-" + size + "-offices");
            page.locator(".tile a").nth(1).click();
            assertThat(page.locator("h1").innerText()).isEqualTo("از موعد گذشته");
            Browser.look(page, "board-" + size + "-late");
            page.navigate(home() + "/board/cases?list=submitted");
            Browser.look(page, "board-" + size + "-submitted");
            page.navigate(home() + "/board?period=1400-01");
            assertThat(page.locator("main").innerText()).contains("هنوز پرونده‌ای نیست");
            Browser.look(page, "board-" + size + "-empty");
            page.navigate(home() + "/board/inquiries");
            assertThat(page.locator("main").innerText()).contains("چگونه شمرده شد");
            Browser.look(page, "board-" + size + "-inquiries");
            page.context().close();
        }
    }

    @Test
    void aNumberLeadsToAsManyCases() {
        var governor = signedIn("governor");
        String board = governor.open("/board?agency=education").body();
        var tile =
                java.util.regex.Pattern.compile(
                                "<a href=\"(/board/cases[^\"]*list=open)\">([۰-۹]+)</a>")
                        .matcher(board);
        assertThat(tile.find()).isTrue();
        String list = governor.open(tile.group(1).replace("&amp;", "&")).body();
        assertThat(list.split("<tr role=\"row\">", -1).length - 2)
                .isEqualTo(
                        Integer.parseInt(org.dargah.kernel.PersianText.latinDigits(tile.group(2))));
    }

    @Test
    void aSupervisorSeesNothingOfAnotherAgency() {
        var supervisor = signedIn("guild-supervisor");
        Visitor.Page own = supervisor.open("/board");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body())
                .contains("اتاق اصناف شهرستان کرمان")
                .doesNotContain("تأیید تحصیلات", "آموزش و پرورش", "degree-confirmation");
        assertThat(supervisor.open("/board/cases?list=submitted").body())
                .doesNotContain("آموزش و پرورش");
        assertThat(supervisor.open("/board/inquiries").body()).doesNotContain("آموزش و پرورش");
        assertThat(supervisor.open("/board/inquiries.csv").body()).doesNotContain("education");
        for (String other :
                List.of("agency=education", "office=education", "agency=nobody", "agency=%00")) {
            assertThat(supervisor.open("/board?" + other).status()).isEqualTo(404);
            assertThat(supervisor.open("/board/cases?" + other).status()).isEqualTo(404);
        }
        assertThat(supervisor.open("/board?office=asnaf-rafsanjan").status()).isEqualTo(200);
    }

    @Test
    void anAddressThatMakesNoSenseIsNotThere() {
        var governor = signedIn("governor");
        for (String wrong :
                List.of(
                        "/board?period=1405-13",
                        "/board?period=yesterday",
                        "/board?period=1499-01",
                        "/board?service=nothing",
                        "/board/cases?list=everything")) {
            assertThat(governor.open(wrong).status()).as(wrong).isEqualTo(404);
        }
        assertThat(governor.open("/board/cases?list=open&after=2026-99-99_x").status())
                .isEqualTo(200);
    }

    @Test
    void officersAndStrangersDoNotEnter() {
        assertThat(signedIn("education").open("/board").status()).isEqualTo(403);
        assertThat(new Visitor(port).open("/board").location()).startsWith("/work/sign-in");
    }

    @Test
    void aPageAsksTheDatabaseAFixedNumberOfTimes() {
        var governor = signedIn("governor");
        assertThat(questions(governor, "/board")).isEqualTo(4);
        assertThat(questions(governor, "/board?agency=asnaf")).isEqualTo(4);
        assertThat(questions(governor, "/board/cases?list=decided")).isEqualTo(2);
    }

    private static long questions(Visitor visitor, String path) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
        try {
            assertThat(visitor.open(path).status()).isEqualTo(200);
        } finally {
            logger.detachAppender(heard);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return List.copyOf(heard.list).stream()
                .filter(line -> line.getFormattedMessage().contains("board.case_line"))
                .count();
    }

    private Visitor signedIn(String username) {
        var visitor = new Visitor(port);
        var entered =
                visitor.submit(
                        visitor.open("/work/sign-in")
                                .form("/work/sign-in")
                                .with("username", username)
                                .with("password", accounts.password(username)));
        assertThat(entered.status()).isEqualTo(303);
        return visitor;
    }

    private void signIn(Page page, String username) {
        page.setDefaultTimeout(20_000);
        page.navigate(home() + "/work/sign-in");
        page.locator("[name=username]").fill(username);
        page.locator("[name=password]").fill(accounts.password(username));
        page.locator("main form button").first().click();
    }

    private String home() {
        return "http://127.0.0.1:" + port;
    }
}
