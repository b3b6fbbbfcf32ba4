package org.dargah;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands as docs/architecture.md draws it. */
@NullMarked
class HouseTest {

    /** Floors from the ground up; a module may call only modules of lower floors. */
    private static final Map<String, Integer> FLOORS =
            Map.ofEntries(
                    Map.entry("kernel", 0),
                    Map.entry("ui", 0),
                    Map.entry("postgres", 0),
                    Map.entry("sandbox", 0),
                    Map.entry("acts", 1),
                    Map.entry("agencies", 2),
                    Map.entry("places", 2),
                    Map.entry("messages", 2),
                    Map.entry("documents", 2),
                    Map.entry("evidence", 2),
                    Map.entry("exchange", 3),
                    Map.entry("payments", 3),
                    Map.entry("identity", 4),
                    Map.entry("catalog", 5),
                    Map.entry("inquiries", 5),
                    Map.entry("cases", 6),
                    Map.entry("access", 7),
                    Map.entry("authoring", 7),
                    Map.entry("portal", 9),
                    Map.entry("board", 9),
                    Map.entry("machine", 9),
                    Map.entry("history", 9));

    private static final Path MAIN = Path.of("src/main");
    private final ApplicationModules modules = ApplicationModules.of(Dargah.class);

    @Test
    void modulesKeepTheirBoundaries() {
        modules.verify();
    }

    @Test
    void callsOnlyGoDown() {
        for (ApplicationModule module : modules) {
            int floor = floorOf(module);
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .forEach(
                            used ->
                                    assertThat(floorOf(used))
                                            .as(
                                                    "%s (floor %s) calls %s",
                                                    module.getIdentifier(),
                                                    floor,
                                                    used.getIdentifier())
                                            .isLessThan(isGround(used) ? floor + 1 : floor));
        }
    }

    @Test
    void theKernelKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.dargah.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..")
                .allowEmptyShould(true)
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.dargah.kernel"));
    }

    @Test
    void onlyCasesKnowsTheProcessEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.dargah.cases..", "org.dargah")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flowable..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.dargah"));
    }

    @Test
    void aTableBelongsToOneModule() throws IOException {
        var foreign = new ArrayList<String>();
        List<String> schemas = Schemas.names().stream().toList();
        Pattern table =
                Pattern.compile("\\b(" + String.join("|", schemas) + ")\\.[a-z_]+\\b(?!\\()");
        for (Path file : javaFiles()) {
            String module = moduleOf(file);
            Matcher texts =
                    Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL)
                            .matcher(Files.readString(file));
            while (texts.find()) {
                table.matcher(texts.group(1))
                        .results()
                        .filter(match -> !module.equals(ownerOf(match.group(1))))
                        .forEach(match -> foreign.add(file + " reads " + match.group()));
            }
        }
        assertThat(foreign).isEmpty();
    }

    /**
     * A line for looking while working would tell the terminal what it finds in people's data; only
     * the entrance says there why it cannot start.
     */
    @Test
    void nothingIsPrintedInPassing() throws IOException {
        var printing = new ArrayList<Path>();
        for (Path file : javaFiles()) {
            if (!file.endsWith("Dargah.java")
                    && Files.readString(file).matches("(?s).*System\\.(out|err)\\b.*")) {
                printing.add(file);
            }
        }
        assertThat(printing).isEmpty();
    }

    @Test
    void theDatabaseIsNeverAskedForTheTime() throws IOException {
        var asking = new ArrayList<Path>();
        Pattern time =
                Pattern.compile(
                        "(?i)\\bnow\\(\\)|\\bcurrent_(timestamp|date|time)\\b|\\blocaltimestamp\\b");
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(
                                    f ->
                                            f.toString().endsWith(".sql")
                                                    || f.toString().endsWith(".java"))
                            .toList()) {
                String text =
                        file.toString().endsWith(".sql")
                                ? Files.readString(file)
                                : textBlocks(file);
                if (time.matcher(text).find()) {
                    asking.add(file);
                }
            }
        }
        assertThat(asking).isEmpty();
    }

    /** Two rooms that each add "the next" script meet only here. */
    @Test
    void everyMigrationHasANumberOfItsOwn() throws IOException {
        try (Stream<Path> scripts = Files.walk(MAIN.resolve("resources/db/migration"))) {
            List<String> numbers =
                    scripts.filter(file -> file.toString().endsWith(".sql"))
                            .map(file -> file.toString().replaceFirst("__.*", ""))
                            .toList();
            assertThat(numbers).doesNotHaveDuplicates();
        }
    }

    private static String textBlocks(Path file) throws IOException {
        return Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL)
                .matcher(Files.readString(file))
                .results()
                .map(java.util.regex.MatchResult::group)
                .reduce("", String::concat);
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The outbox and the scheduler's table belong to the house itself. */
    private static String ownerOf(String schema) {
        return schema.equals("events") || schema.equals("jobs") ? "" : schema;
    }

    private static String moduleOf(Path file) {
        Path inside = MAIN.resolve("java/org/dargah").relativize(file);
        return inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
    }

    private static int floorOf(ApplicationModule module) {
        Integer floor = FLOORS.get(module.getIdentifier().toString());
        assertThat(floor)
                .as("The floor of %s stands in this test", module.getIdentifier())
                .isNotNull();
        return java.util.Objects.requireNonNull(floor);
    }

    /** On the ground floor, layout may show the kernel's values. */
    private static boolean isGround(ApplicationModule module) {
        return module.getIdentifier().toString().equals("kernel");
    }
}
