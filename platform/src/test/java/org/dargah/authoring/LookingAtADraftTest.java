package org.dargah.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The form before it is published, at an address that only some know. */
@DargahTest
class LookingAtADraftTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private String draft(Visitor analyst, SortedMap<String, String> pack) {
        return Authors.upload(analyst, pack);
    }

    private static String preview(Visitor analyst, String draft) {
        String body = analyst.submit(analyst.open(draft).form(draft + "/preview")).body();
        return body.replaceAll("(?s).*href=\"[^\"]*(/preview/[A-Za-z0-9_-]+)\".*", "$1");
    }

    @Test
    void whoeverHasTheAddressSeesTheFormAndNothingIsKeptOrAsked() {
        Visitor analyst = new Authors(port, accounts).at("education-analyst");
        String draft = draft(analyst, Authors.pack("education", "looked-at-" + System.nanoTime()));
        long cases = count("cases.case_file");
        long inquiries = count("exchange.inquiry");
        String address = preview(analyst, draft);
        assertThat(address).startsWith("/preview/");

        var anyone = new Visitor(port);
        Visitor.Page home = anyone.open(address);
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.raw().headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(home.body()).contains("کاربرد گواهی").contains("این پیش‌نمایش است");
        String page = address + "/form/use";
        Visitor.Page asked = anyone.open(page + "?example=examples/01-granted.yaml");
        assertThat(asked.body()).contains("گواهی را برای چه می‌خواهید؟").contains("مریم");
        Visitor.Page wrong = anyone.submit(asked.form(page).with("use", ""));
        assertThat(wrong.status()).isEqualTo(422);
        Visitor.Page end = anyone.submit(asked.form(page).with("use", "استخدام در شرکت"));
        assertThat(end.body()).contains("پایان پیش‌نمایش").contains("برقرار").contains("استخدام");

        assertThat(count("cases.case_file")).isEqualTo(cases);
        assertThat(count("exchange.inquiry")).isEqualTo(inquiries);
    }

    @Test
    void theAddressFollowsTheDraftAndEndsWithIt() {
        Visitor analyst = new Authors(port, accounts).at("education-analyst");
        SortedMap<String, String> pack = Authors.pack("education", "followed-" + System.nanoTime());
        String draft = draft(analyst, pack);
        String address = preview(analyst, draft);
        String file = draft + "/file";
        analyst.submit(
                analyst.open(file + "?path=form.json")
                        .form(file)
                        .with(
                                "text",
                                pack.getOrDefault("form.json", "")
                                        .replace("برای چه", "برای کدام کار")));
        assertThat(new Visitor(port).open(address + "/form/use").body()).contains("برای کدام کار");

        assertThat(analyst.open(draft + "/preview").location()).isEqualTo(draft);
        String look = draft + "/look";
        Visitor approver = new Authors(port, accounts).at("education-approver");
        Authors.handIn(analyst, draft);
        Visitor.Page own = approver.submit(approver.open(draft + "/approval").form(look));
        assertThat(new Visitor(port).open(String.valueOf(own.location())).body())
                .contains("این پیش‌نمایش است")
                .doesNotContain("شروع درخواست");
        assertThat(new Visitor(port).open(address).status()).isEqualTo(200);
        analyst.submit(analyst.open(draft).form(draft + "/recall"));

        String second = preview(analyst, draft);
        assertThat(new Visitor(port).open(address).status()).isEqualTo(404);
        assertThat(new Visitor(port).open(second).status()).isEqualTo(200);
        String discarding = draft + "/discarding";
        analyst.submit(analyst.open(discarding).form(discarding));
        assertThat(new Visitor(port).open(second).status()).isEqualTo(404);
        assertThat(new Visitor(port).open("/preview/AAAAAAAAAAAAAAAAAAAAAA").status())
                .isEqualTo(404);
    }

    @Test
    void anAnalystIsWarnedThatTheServiceHasChangedInBetween() {
        var authors = new Authors(port, accounts);
        Visitor analyst = authors.at("education-analyst");
        SortedMap<String, String> pack = Authors.pack("education", "behind-" + System.nanoTime());
        String draft = draft(analyst, pack);
        assertThat(analyst.open(draft).body()).doesNotContain("عوض شده است");
        pack.replaceAll((path, text) -> text.replace("workingDays: 3", "workingDays: 9"));
        authors.publish("education", pack);
        assertThat(analyst.open(draft).body()).contains("عوض شده است");
        Authors.handIn(analyst, draft);
        assertThat(authors.at("education-approver").open(draft + "/approval").body())
                .contains("این پیش‌نویس</th>");
    }

    @Test
    void anAddressEndsAfterAWeek() {
        Visitor analyst = new Authors(port, accounts).at("education-analyst");
        String draft = draft(analyst, Authors.pack("education", "ending-" + System.nanoTime()));
        String address = preview(analyst, draft);
        jdbc.sql("update catalog.preview set expires_at = :now where about = :about")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param(
                        "about",
                        java.util.UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                .update();
        assertThat(new Visitor(port).open(address).status()).isEqualTo(404);
    }

    @Test
    void theExamplesRunAndTheirDocumentIsASpecimen() throws Exception {
        Visitor analyst = new Authors(port, accounts).at("education-analyst");
        String draft = draft(analyst, Authors.pack("education", "rehearsed-" + System.nanoTime()));
        assertThat(analyst.open(draft + "/examples").body())
                .contains("۲ نمونه، ۲ درست")
                .contains("specimen.pdf");
        byte[] pdf = analyst.bytes(draft + "/specimen.pdf?example=examples/01-granted.yaml");
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("نمونه").contains("مریم");
            assertThat(read.getSignatureDictionaries()).isEmpty();
        }
    }

    @Test
    void aStrangersAgencyFindsNothing() {
        var authors = new Authors(port, accounts);
        String draft =
                draft(
                        authors.at("education-analyst"),
                        Authors.pack("education", "hidden-" + System.nanoTime()));
        Visitor stranger = authors.at("guild-analyst");
        for (String path :
                new String[] {
                    "",
                    "/approval",
                    "/examples",
                    "/pack.zip",
                    "/file?path=service.yaml",
                    "/specimen.pdf?example=examples/01-granted.yaml",
                    "/discarding",
                    "/files/new"
                }) {
            assertThat(stranger.open(draft + path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.open("/work/services/degree-confirmation/versions").status())
                .isEqualTo(404);
        assertThat(authors.at("education-analyst").open(draft + "/approval").status())
                .isEqualTo(404);
        assertThat(authors.at("guild-kerman").open("/work/services").status()).isNotEqualTo(200);
    }

    @Test
    void aBadZipIsRefusedWithEveryProblemAndNothingIsKept() {
        Visitor analyst = new Authors(port, accounts).at("education-analyst");
        SortedMap<String, String> pack = Authors.pack("education", "bad-" + System.nanoTime());
        pack.put("../evil.yaml", "x");
        pack.put("script.js", "x");
        long drafts = count("authoring.draft");
        Visitor.Page page =
                analyst.upload(
                        analyst.open("/work/services/new").form("/work/services/new/zip"),
                        "zip",
                        "pack.zip",
                        Authors.zip(pack));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("از بسته بیرون می‌رود").contains("script.js");
        assertThat(count("authoring.draft")).isEqualTo(drafts);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void theDraftTellsWhatRegistriesKnowAndTheGovernorWhatAllCouldDrop() {
        Visitor analyst = new Authors(port, accounts).at("education-analyst");
        SortedMap<String, String> pack = Authors.pack("education", "once-" + System.nanoTime());
        pack.merge(
                "form.json",
                "",
                (text, none) ->
                        text.replace(
                                "\"name\": \"use\",",
                                "\"name\": \"use\", \"concept\": \"person.fatherName\","));
        String body = analyst.open(draft(analyst, pack)).body();
        assertThat(body).contains("یک بار پرسیدن").contains("ثبت احوال آن را می‌دهد: نام پدر");

        Visitor governor = new Authors(port, accounts).at("governor");
        Visitor.Page report = governor.open("/work/services/once-only");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body()).contains("پروانهٔ کسب").contains("برداشتنی");
        assertThat(governor.open("/work/services").status()).isEqualTo(403);
    }

    /** Written into the tables themselves: packs would take a minute. */
    @Test
    void manyServicesAreSearchedSortedAndTurnedPageByPage() {
        jdbc.sql(
                        """
                        insert into catalog.service (code, current_version, changed_at)
                        select 'many-' || n, null, timestamptz '2026-11-01 00:00:00Z'
                        from generate_series(1, 60) n on conflict do nothing
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into catalog.version (id, agency, code, number, pack, published_at)
                        select gen_random_uuid(), 'education', s.code, 1, v.pack, v.published_at
                        from catalog.service s, (select pack, published_at from catalog.version
                             where code = 'degree-confirmation' order by number limit 1) v
                        where s.code like 'many-%' on conflict do nothing
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into catalog.change
                            (id, code, kind, version, origin, done_by, reason, at)
                        select gen_random_uuid(), code, 'withdrawn', id, 'folder', '', '', published_at
                        from catalog.version where code like 'many-%'
                        """)
                .update();
        Visitor analyst = new Authors(port, accounts).at("education-analyst");
        Visitor.Page first = analyst.open("/work/services?q=many-&state=withdrawn&sort=code");
        assertThat(first.body()).contains("many-1").contains("۶۰ خدمت").doesNotContain("many-60");
        assertThat(first.body()).contains("list=2");
        assertThat(analyst.open("/work/services?q=MANY-60").body())
                .contains("many-60")
                .doesNotContain("list=2");
        assertThat(analyst.open("/work/services?q=many-&state=offered").body())
                .contains("خدمتی با این نشانه‌ها نیست");
        long began = System.nanoTime();
        assertThat(analyst.open("/work/services?sort=changed").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }
}
