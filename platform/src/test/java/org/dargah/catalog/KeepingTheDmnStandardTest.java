package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dargah.catalog.internal.DecisionModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.dmn.feel.FEEL;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The cases of the DMN Technology Compatibility Kit, by the engine as packs get it; they stand
 * beside the project and are not part of it.
 */
class KeepingTheDmnStandardTest {

    private static final Path CASES =
            Path.of(System.getProperty("standards", "../../shared/standards"), "dmn-tck/TestCases");

    /** Numbers agree to this share of the expected one. */
    private static final BigDecimal NEAR = new BigDecimal("1e-8");

    /** Half of the cases are about what fails, and the engine would tell of each at length. */
    @BeforeAll
    static void quietly() {
        ((Logger) LoggerFactory.getLogger("org.kie")).setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger(DecisionModel.class)).setLevel(Level.OFF);
    }

    @AfterAll
    static void loudAgain() {
        ((Logger) LoggerFactory.getLogger("org.kie")).setLevel(null);
        ((Logger) LoggerFactory.getLogger(DecisionModel.class)).setLevel(null);
    }

    private final FEEL feel = org.kie.dmn.feel.lang.impl.FEELBuilder.builder().build();
    private final List<String> missed = new ArrayList<>();
    private int asked;

    @ParameterizedTest
    @CsvSource({"compliance-level-2, 126", "compliance-level-3, 1517"})
    void theScoreDoesNotFall(String level, int measured) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(CASES), "the kit is not here");
        try (Stream<Path> folders = Files.list(CASES.resolve(level))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                run(folder);
            }
        }
        int kept = asked - missed.size();
        System.out.printf("DMN TCK %s: %d of %d%n", level, kept, asked);
        assertThat(kept).as("%s", missed).isGreaterThanOrEqualTo(measured);
    }

    private void run(Path folder) throws Exception {
        for (Path file : files(folder, "*-test-*.xml")) {
            Document tests =
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile());
            String model = texts(tests.getDocumentElement(), "modelName").getFirst();
            DecisionModel rules = DecisionModel.compile(Files.readString(folder.resolve(model)));
            // Most cases of a file give the same facts, often none.
            Map<Map<String, Object>, Map<String, @Nullable Object>> answers = new HashMap<>();
            for (Element test : children(tests.getDocumentElement(), "testCase")) {
                Map<String, Object> facts = new HashMap<>();
                for (Element input : children(test, "inputNode")) {
                    facts.put(input.getAttribute("name"), value(input));
                }
                Map<String, @Nullable Object> results =
                        answers.computeIfAbsent(facts, rules::evaluate);
                for (Element result : children(test, "resultNode")) {
                    check(folder, test, result, results.get(result.getAttribute("name")));
                }
            }
        }
    }

    private void check(Path folder, Element test, Element node, @Nullable Object got) {
        asked++;
        Element expected = children(node, "expected").stream().findFirst().orElse(null);
        Object wanted =
                expected == null || node.getAttribute("errorResult").equals("true")
                        ? null
                        : value(expected);
        if (!agree(wanted, got)) {
            missed.add(
                    folder.getFileName()
                            + " "
                            + test.getAttribute("id")
                            + " "
                            + node.getAttribute("name")
                            + ": expected "
                            + wanted
                            + ", got "
                            + got);
        }
    }

    private static boolean agree(@Nullable Object wanted, @Nullable Object got) {
        return switch (wanted) {
            case null -> got == null;
            case BigDecimal number ->
                    got instanceof Number other
                            && number.subtract(new BigDecimal(other.toString()))
                                            .abs()
                                            .compareTo(
                                                    number.abs().max(BigDecimal.ONE).multiply(NEAR))
                                    <= 0;
            case List<?> list ->
                    got instanceof List<?> other
                            && list.size() == other.size()
                            && Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                                    .allMatch(i -> agree(list.get(i), other.get(i)));
            case Map<?, ?> map ->
                    got instanceof Map<?, ?> other
                            && map.keySet().equals(other.keySet())
                            && map.keySet().stream()
                                    .allMatch(key -> agree(map.get(key), other.get(key)));
            default -> wanted.equals(got) || wanted.toString().equals(String.valueOf(got));
        };
    }

    private @Nullable Object value(Element holder) {
        List<Element> components = children(holder, "component");
        if (!components.isEmpty()) {
            Map<String, @Nullable Object> fields = new HashMap<>();
            components.forEach(c -> fields.put(c.getAttribute("name"), value(c)));
            return fields;
        }
        for (Element list : children(holder, "list")) {
            var items = new ArrayList<@Nullable Object>();
            children(list, "item").forEach(item -> items.add(value(item)));
            return items;
        }
        return children(holder, "value").stream().findFirst().map(this::simple).orElse(null);
    }

    private @Nullable Object simple(Element value) {
        if (value.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil")
                .equals("true")) {
            return null;
        }
        String text = value.getTextContent();
        String type =
                value.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type")
                        .replaceFirst(".*:", "");
        return switch (type) {
            case "decimal", "double", "integer" -> new BigDecimal(text.strip());
            case "boolean" -> Boolean.valueOf(text.strip());
            case "date" -> feel.evaluate("date(\"" + text.strip() + "\")");
            case "time" -> feel.evaluate("time(\"" + text.strip() + "\")");
            case "dateTime" -> feel.evaluate("date and time(\"" + text.strip() + "\")");
            case "duration" -> feel.evaluate("duration(\"" + text.strip() + "\")");
            default -> text;
        };
    }

    private static List<Path> files(Path folder, String glob) throws IOException {
        try (var found = Files.newDirectoryStream(folder, glob)) {
            var files = new ArrayList<Path>();
            found.forEach(files::add);
            return files.stream().sorted().toList();
        }
    }

    private static List<String> texts(Element parent, String name) {
        return children(parent, name).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
