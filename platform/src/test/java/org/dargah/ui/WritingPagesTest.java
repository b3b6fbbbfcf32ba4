package org.dargah.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dargah.cases.Stage;
import org.junit.jupiter.api.Test;

/** Rules that no compiler keeps, over the pages of all modules. */
class WritingPagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern KEY = Pattern.compile("\\.t\\(\\s*\"([\\w.-]+)\"(\\s*[+)|,])?");
    private static final Pattern CLASS =
            Pattern.compile("\\sclass=\"((?:\\$\\{(?:[^}])*}|[^\"])*)\"");

    /** Places to fill, and Latin words and codes, whose digits stay Latin. */
    private static final String FOREIGN = "\\{\\d.*}|\\{\\d}|[A-Za-z][A-Za-z0-9-]*";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    /** Of two lines the last one would silently win. */
    @Test
    void noTextStandsTwice() throws IOException {
        for (String language : List.of("_fa", "_en")) {
            for (Path file : bundles(language)) {
                List<String> keys =
                        Files.readAllLines(file).stream()
                                .filter(line -> line.contains("=") && !line.startsWith("#"))
                                .map(line -> line.substring(0, line.indexOf('=')))
                                .toList();
                assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        for (Path persian : bundles("_fa")) {
            Properties fa = read(persian);
            Properties en = read(english(persian));
            assertThat(new TreeSet<>(en.stringPropertyNames()))
                    .as(persian.toString())
                    .isEqualTo(new TreeSet<>(fa.stringPropertyNames()));
            for (String key : fa.stringPropertyNames()) {
                assertThat(places(en.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(fa.getProperty(key)));
            }
        }
        assertThat(bundles("_en")).hasSameSizeAs(bundles("_fa"));
    }

    @Test
    void persianIsWrittenInPersian() throws IOException {
        for (Path persian : bundles("_fa")) {
            read(persian)
                    .forEach(
                            (key, text) ->
                                    assertThat(text.toString().replaceAll(FOREIGN, ""))
                                            .as("%s: %s", key, text)
                                            .doesNotContainPattern("[يكىۀ0-9%]")
                                            .doesNotContainPattern("[\\u0600-\\u06FF] ?[,;?]"));
        }
    }

    /**
     * A decision may give a licence as well as a certificate: one word, «سند», covers both. The
     * certificates by which programs connect are another thing, and no decision gives them.
     */
    @Test
    void whatADecisionGivesHasOneName() throws IOException {
        for (Path persian : bundles("_fa")) {
            read(persian)
                    .forEach(
                            (key, text) ->
                                    assertThat(text.toString())
                                            .as(key.toString())
                                            .satisfiesAnyOf(
                                                    it -> assertThat(it).doesNotContain("گواهی"),
                                                    it ->
                                                            assertThat(key.toString())
                                                                    .matches(
                                                                            "(identity|acts)\\.client.*")));
        }
    }

    /** Before strangers an applicant is «متقاضی», on the applicant's own page never. */
    @Test
    void anApplicantIsSpokenToOnTheirOwnPage() throws IOException {
        Properties cases = read(MESSAGES.resolve("cases_fa.properties"));
        for (Stage stage : Stage.values()) {
            assertThat(cases.getProperty(stage.key() + ".yours"))
                    .as(stage.key())
                    .isNotBlank()
                    .doesNotContain("متقاضی");
            assertThat(cases.getProperty(stage.key() + ".meaning"))
                    .as(stage.key())
                    .isNotBlank()
                    .doesNotContainPattern("شما(?!ر)");
        }
    }

    @Test
    void aKeyBeginsWithItsModule() throws IOException {
        for (Path persian : bundles("_fa")) {
            String module = persian.getFileName().toString().replace("_fa.properties", "");
            assertThat(read(persian).stringPropertyNames())
                    .allSatisfy(key -> assertThat(key).startsWith(module + "."));
        }
    }

    @Test
    void everyMessageThatIsAskedForExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path persian : bundles("_fa")) {
            known.addAll(read(persian).stringPropertyNames());
        }
        Set<String> modules =
                known.stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.toSet());
        for (String source : sources()) {
            Matcher asked = KEY.matcher(source);
            while (asked.find()) {
                String key = asked.group(1);
                boolean prefix = asked.group(2) == null || asked.group(2).contains("+");
                boolean ours = modules.contains(key.replaceFirst("\\..*", ""));
                assertThat(!ours || prefix || known.contains(key))
                        .as("the message %s", key)
                        .isTrue();
            }
        }
    }

    @Test
    void templatesHoldNoText() {
        for (Template template : Template.all()) {
            assertThat(template.literalText())
                    .as("text in %s", template.path())
                    .doesNotContainPattern("\\p{L}");
        }
    }

    @Test
    void templatesHoldNoStyleAndNoScript() {
        for (Template template : Template.all()) {
            assertThat(template.source())
                    .as(template.path().toString())
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContainPattern("<style")
                    .doesNotContainPattern("<script(?![^>]*src=)");
        }
    }

    @Test
    void aTemplateIncludesOnlyItsOwnModulesOrOurs() {
        Pattern include = Pattern.compile("@template\\.(\\w+)\\.");
        for (Template template : Template.all()) {
            Matcher included = include.matcher(template.source());
            while (included.find()) {
                assertThat(included.group(1))
                        .as(template.path().toString())
                        .isIn("ui", template.module());
            }
        }
    }

    @Test
    void everyFormHasItsHiddenFields() {
        Pattern form = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
        for (Template template : Template.all()) {
            Matcher forms = form.matcher(template.source());
            while (forms.find()) {
                assertThat(forms.group())
                        .as(template.path().toString())
                        .contains("@template.ui.hidden(");
            }
        }
    }

    @Test
    void everyClassHasItsRule() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/css/dargah.css"));
        for (Template template : Template.all()) {
            Matcher attribute = CLASS.matcher(template.source());
            while (attribute.find()) {
                for (String name : classes(attribute.group(1))) {
                    assertThat(css).as("%s uses .%s", template.path(), name).contains("." + name);
                }
            }
        }
    }

    /**
     * Words of the attribute and of the string literals in it; a word cut by code counts as prefix.
     */
    private static List<String> classes(String attribute) {
        List<String> names = new ArrayList<>();
        Matcher literal = Pattern.compile("\"([\\w -]*)\"").matcher(attribute);
        while (literal.find()) {
            names.addAll(List.of(literal.group(1).strip().split("\\s+")));
        }
        names.addAll(List.of(attribute.replaceAll("\\$\\{[^}]*}", " ").strip().split("\\s+")));
        return names.stream().filter(name -> name.matches("[a-z][\\w-]*")).toList();
    }

    private static List<String> sources() throws IOException {
        List<String> sources =
                new ArrayList<>(Template.all().stream().map(Template::source).toList());
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }

    private static List<Path> bundles(String language) throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.filter(file -> file.toString().endsWith(language + ".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Path english(Path persian) {
        return persian.resolveSibling(persian.getFileName().toString().replace("_fa.", "_en."));
    }

    private static Properties read(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
