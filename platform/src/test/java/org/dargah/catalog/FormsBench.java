package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersianText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a form of sixty questions and a list of five thousand rows take from what was typed to
 * what the rules say, beside the schema validator alone on the same values and beside plain Java
 * that looks at the same cells. {@code ./dargah bench forms}.
 */
class FormsBench {

    private static final int FIELDS = 60;
    private static final int ROWS = 5000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Rules RULES = new Rules();

    @Test
    void measure() throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        IO.println(
                String.format(
                        Locale.ROOT,
                        "machine      %d cores",
                        Runtime.getRuntime().availableProcessors()));
        sixtyFields();
        fiveThousandRows();
    }

    private static void sixtyFields() {
        Service service = sixty();
        Map<String, String> typed = new LinkedHashMap<>();
        service.form().pages().forEach(p -> p.fields().forEach(f -> typed.put(f.name(), typed(f))));
        Supplier<Form.Checked> check = () -> service.form().check(typed, Facts.on(TODAY));
        assertThat(check.get().problems()).isEmpty();
        Facts facts = Facts.on(TODAY).answers(check.get().values());
        JsonNode bare = JsonMapper.shared().valueToTree(check.get().values());
        Schema schema = schema(service.form());

        double checking = median(check, 300, 400);
        double rules = median(() -> RULES.assess(service, facts), 300, 400);
        double alone = median(() -> schema.validate(bare), 300, 400);
        IO.println(
                String.format(
                        Locale.ROOT,
                        "60 fields    checked %.2f ms, rules of 20 decisions %.2f ms: %.2f ms (goal"
                                + " 5)",
                        checking,
                        rules,
                        checking + rules));
        IO.println(
                String.format(
                        Locale.ROOT,
                        "             beside the validator alone on the bare JSON %.2f ms: ratio"
                                + " %.1f",
                        alone,
                        (checking + rules) / alone));
        assertThat(checking + rules).isLessThan(5);
    }

    private static void fiveThousandRows() {
        Service service = PacksOfTheHouse.service("social-security/insurance-list");
        Form form = service.form();
        Form.Field table = form.field("workers").orElseThrow();
        Form.Page page = form.page("workers").orElseThrow();
        byte[] csv = csv();
        Supplier<Sheet> read = () -> ((TableFile.Outcome.Read) TableFile.read(table, csv)).sheet();
        Sheet sheet = read.get();
        Supplier<Form.Checked> check = () -> form.check(page, Map.of("workers", sheet));
        assertThat(check.get().problems()).isEmpty();
        Map<String, Object> answers = new LinkedHashMap<>(check.get().values());
        answers.put("workshop", "0811000001");
        answers.put("endsOn", "2026-11-21");
        Facts today = Facts.on(TODAY);
        Map<String, Object> all = form.derived(answers, today);
        Facts facts = today.answers(all);
        JsonNode bare = JsonMapper.shared().valueToTree(answers);
        Schema schema = schema(form);

        double reading = median(read, 8, 15);
        double checking = median(check, 8, 15);
        double deriving = median(() -> form.derived(answers, today), 8, 15);
        double rules =
                median(
                        () -> List.of(RULES.assess(service, facts), RULES.fee(service, facts)),
                        8,
                        15);
        double whole = reading + checking + deriving + rules;
        double alone = median(() -> schema.validate(bare), 8, 15);
        double plain = median(() -> plain(csv), 8, 15);
        IO.println(
                String.format(
                        Locale.ROOT,
                        "5,000 rows   read %.0f, checked %.0f, computed %.0f, rules and fee %.0f:"
                                + " %.0f ms (goal 2,000)",
                        reading,
                        checking,
                        deriving,
                        rules,
                        whole));
        IO.println(
                String.format(
                        Locale.ROOT,
                        "             beside the validator alone on the bare JSON %.0f ms: ratio"
                                + " %.1f",
                        alone,
                        whole / alone));
        IO.println(
                String.format(
                        Locale.ROOT,
                        "             beside plain Java on the same cells %.0f ms: ratio %.1f",
                        plain,
                        whole / plain));
        assertThat(whole).isLessThan(2000);
    }

    private static Schema schema(Form form) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(form.schema(), InputFormat.JSON);
    }

    /** Milliseconds of the middle one. */
    private static double median(Supplier<?> work, int warm, int times) {
        for (int i = 0; i < warm; i++) {
            Objects.requireNonNull(work.get());
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            Objects.requireNonNull(work.get());
            millis[i] = Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e6;
        }
        Arrays.sort(millis);
        return millis[times / 2];
    }

    private static byte[] csv() {
        var text =
                new StringBuilder(
                        "کد ملی,نام,نام خانوادگی,شغل,روزهای کار,دستمزد ماه,مزایای مشمول\r\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(NationalId.demo(i).digits())
                    .append(",نمونه,نمونه‌پور,جوشکار,۳۰,")
                    .append(120_000_000 + i)
                    .append(",15000000\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What somebody would write who knew this one list and nothing else. */
    private static List<Object[]> plain(byte[] csv) {
        List<Object[]> rows = new ArrayList<>();
        new String(csv, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .forEach(
                        line -> {
                            String[] cells = line.split(",", -1);
                            @Nullable Object days =
                                    Integer.valueOf(PersianText.latinDigits(cells[4]));
                            rows.add(
                                    new Object[] {
                                        NationalId.parse(cells[0]).orElseThrow(),
                                        PersianText.normalise(cells[1]),
                                        PersianText.normalise(cells[2]),
                                        PersianText.normalise(cells[3]),
                                        days,
                                        Long.valueOf(PersianText.latinDigits(cells[5])),
                                        Long.valueOf(PersianText.latinDigits(cells[6]))
                                    });
                        });
        return rows;
    }

    /** The confirmation of education, asking sixty questions of eight kinds. */
    private static Service sixty() {
        Pack pack = PacksOfTheHouse.pack("education/degree-confirmation");
        var files = new TreeMap<>(pack.files());
        files.put(Pack.FORM, form());
        files.put(Pack.ELIGIBILITY, rules());
        var big = new Pack(pack.agency(), pack.code(), files);
        return Packs.service(new VersionTable.Kept(big.version(), 1, PacksOfTheHouse.NOW, big));
    }

    private static final List<String> KINDS =
            List.of("text", "number", "postcode", "mobile", "date", "national-id", "rial", "sheba");

    private static String form() {
        var pages = new StringBuilder();
        var properties = new StringBuilder();
        for (int i = 0; i < FIELDS; i++) {
            String kind = KINDS.get(i % KINDS.size());
            pages.append(i % 5 == 0 ? (i == 0 ? "" : "]},") + page(i / 5) : ",");
            pages.append(
                    "{\"name\":\"f%d\",\"kind\":\"%s\",\"label\":\"پرسش\",\"short\":\"پرسش\"}"
                            .formatted(i, kind));
            properties.append(i == 0 ? "" : ",").append("\"f%d\":%s".formatted(i, rule(kind)));
        }
        return """
        {"sections":[{"id":"all","title":"همه"}],"pages":[%s]}],
         "schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
                   "additionalProperties":false,"properties":{%s}}}
        """
                .formatted(pages, properties);
    }

    private static String page(int number) {
        return "{\"id\":\"p%d\",\"section\":\"all\",\"title\":\"صفحه\",\"fields\":["
                .formatted(number);
    }

    private static String rule(String kind) {
        return switch (kind) {
            case "number" -> "{\"type\":\"number\",\"minimum\":0,\"maximum\":1000}";
            case "rial" -> "{\"type\":\"integer\",\"minimum\":1000}";
            case "text" -> "{\"type\":\"string\",\"minLength\":2,\"maxLength\":60}";
            default -> "{\"type\":\"string\",\"pattern\":\"^[A-Z0-9-]{9,30}$\"}";
        };
    }

    private static String rules() {
        var decisions = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            decisions.append(
                    """
                    <decision id="d%1$d" name="d%1$d"><variable name="d%1$d" typeRef="boolean"/>
                      <informationRequirement id="r%1$d"><requiredInput href="#i_answers"/></informationRequirement>
                      <literalExpression id="e%1$d"><text>if answers.f1 = null then null else answers.f1 + %1$d &lt; 900 and answers.f0 != "x"</text></literalExpression>
                    </decision>
                    """
                            .formatted(i));
        }
        return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="https://dargah.org/bench" id="b" name="b">
        <inputData id="i_answers" name="answers"><variable name="answers"/></inputData>
        %s
        </definitions>
        """
                .formatted(decisions);
    }

    private static String typed(Form.Field field) {
        return switch (field.kind()) {
            case NUMBER -> "۱۲۰";
            case POSTCODE -> "۷۶۱۶۶-۱۱۳۰۱";
            case MOBILE -> "0913 000 0001";
            case DATE -> "2026-11-22";
            case NATIONAL_ID -> NationalId.demo(7).digits();
            case RIAL -> "۱٬۲۰۰٬۰۰۰";
            case SHEBA -> "IR82 0540 1026 8002 0817 9090 02";
            default -> "متن نمونه";
        };
    }
}
