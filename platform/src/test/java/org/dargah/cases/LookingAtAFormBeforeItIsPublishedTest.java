package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.catalog.PackFiles;
import org.dargah.catalog.Previews;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables and files in a preview: as applicants will meet them, and kept nowhere. */
@DargahTest
class LookingAtAFormBeforeItIsPublishedTest {

    private static final byte[] PLAN =
            "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort int port;

    @Autowired Previews previews;

    @Autowired JdbcClient jdbc;

    @Test
    void aTableIsPastedSentAndCheckedRowByRow() throws Exception {
        int lists = lists();
        var visitor = new Visitor(port);
        String page = preview("social-security", "insurance-list") + "/form/workers";
        Visitor.Page shown = visitor.open(page + "?example=examples/03-below-the-minimum.yaml");
        assertThat(shown.body()).contains("type=\"file\"", "name=\"other\"", "۲ ردیف");

        Visitor.Page pasting = visitor.submit(shown.form(page).with("other", "paste"));
        assertThat(pasting.body()).contains("<textarea");

        String wrong = Payrolls.csv(3).replace(",30,", ",40,");
        Visitor.Form form = sending(shown, page);
        Visitor.Page refused = visitor.upload(form, "workers", "list.csv", bytes(wrong));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("روزهای کار نباید بیشتر از ۳۱ باشد");
        Visitor.Page tooLong =
                visitor.upload(form, "workers", "list.csv", bytes(Payrolls.csv(201)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("۲۰۰ ردیف");

        Visitor.Page end = visitor.upload(form, "workers", "list.csv", bytes(Payrolls.csv(12)));
        assertThat(end.status()).as(end.body()).isEqualTo(200);
        assertThat(end.body()).contains("۱۲ ردیف", "پایان پیش‌نمایش");
        assertThat(lists()).isEqualTo(lists);
    }

    @Test
    void aFileIsLookedAtByItsContent() throws Exception {
        var visitor = new Visitor(port);
        String page = preview("asnaf", "business-licence") + "/form/plan";
        Visitor.Form form = visitor.open(page).form(page);
        Visitor.Page wrong = visitor.upload(form, "plan", "plan.pdf", bytes("MZ not a pdf"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("از نوع پذیرفته‌شده نیست");
        Visitor.Page end = visitor.upload(form, "plan", "plan.pdf", PLAN);
        assertThat(end.status()).as(end.body()).isEqualTo(200);
        assertThat(end.body()).contains("پایان پیش‌نمایش");
    }

    /** The form that sends the rows; the one before it only opens another way. */
    private static Visitor.Form sending(Visitor.Page shown, String page) {
        String body = shown.body();
        return new Visitor.Page(200, body.substring(body.lastIndexOf("<form")), null, shown.raw())
                .form(page);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int lists() {
        return jdbc.sql("select count(*) from cases.list where province = 'IR-08'")
                .query(Integer.class)
                .single();
    }

    private String preview(String agency, String service) throws IOException {
        var files = new TreeMap<String, String>();
        Path folder = Path.of("../services", agency, service);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return "/preview/"
                + previews.open(
                        UUID.randomUUID(),
                        new PackFiles(new AgencyCode(agency), new ServiceCode(service), files));
    }
}
