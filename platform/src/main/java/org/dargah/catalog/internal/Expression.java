package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The FEEL expression of a computed answer. It is evaluated by the engine of the rules, keeps their
 * limits, and is bounded by its form besides: it goes through a table as often as it says, never
 * through a table within a table.
 */
public final class Expression {

    /** The name under which the model gives the result. */
    public static final String RESULT = "result";

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern FACT =
            Pattern.compile("(?<![\\w.])([a-z][a-zA-Z0-9]*)\\.([a-z][a-zA-Z0-9]*)");
    private static final Pattern TODAY = Pattern.compile("(?<![\\w.])today(?!\\w)");
    private static final Pattern LOOP = Pattern.compile("\\b(?:for|some|every)\\b");
    private static final Pattern BOUND_LOOP =
            Pattern.compile("\\b(?:for|some|every)\\s+(\\w+)\\s+in\\s+answers\\.\\w+\\s");
    private static final Pattern REFUSED =
            Pattern.compile("\\b(?:external|function|matches|replace|split|now)\\b|\\{|\\*\\*");

    private Expression() {}

    /** The facts that it names: {@code answers.workers}, {@code person.birthDate}. */
    public static Set<String> facts(String feel) {
        String bare = STRING.matcher(feel).replaceAll("\"\"");
        Set<String> own = new TreeSet<>(List.of("item"));
        Matcher loop = BOUND_LOOP.matcher(bare);
        while (loop.find()) {
            own.add(loop.group(1));
        }
        Set<String> facts = new TreeSet<>();
        Matcher fact = FACT.matcher(bare);
        while (fact.find()) {
            if (!own.contains(fact.group(1))) {
                facts.add(fact.group());
            }
        }
        return facts;
    }

    /**
     * What may not stand in it.
     *
     * @param tables the names of the form's tables
     */
    static List<String> problems(String feel, Set<String> tables) {
        String bare = STRING.matcher(feel).replaceAll("\"\"");
        var problems = new ArrayList<>(FeelLimits.problems(feel));
        Matcher refused = REFUSED.matcher(bare);
        if (refused.find()) {
            problems.add("'" + refused.group() + "' is not allowed in computed");
        }
        long loops = LOOP.matcher(bare).results().count();
        if (loops > 1 || BOUND_LOOP.matcher(bare).results().count() != loops) {
            problems.add("one 'for', 'some' or 'every' at most, and only over answers.<table>");
        }
        if (nests(bare, tables, loops > 0)) {
            problems.add("a table within a table would take its rows times its rows");
        }
        return problems;
    }

    private static boolean nests(String feel, Set<String> tables, boolean loops) {
        int depth = 0;
        int begin = loops ? feel.indexOf("return") + feel.indexOf("satisfies") + 1 : -1;
        for (int i = 0; i < feel.length(); i++) {
            depth += feel.charAt(i) == '[' ? 1 : feel.charAt(i) == ']' ? -1 : 0;
            boolean inside = depth > 0 || (begin >= 0 && i > begin);
            if (depth > 1 || (inside && startsWithTable(feel, i, tables))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithTable(String feel, int at, Set<String> tables) {
        return tables.stream().anyMatch(table -> feel.startsWith("answers." + table, at));
    }

    /** A DMN file with this one decision. */
    public static String model(String feel) {
        Set<String> inputs = new TreeSet<>();
        facts(feel).forEach(fact -> inputs.add(fact.substring(0, fact.indexOf('.'))));
        if (TODAY.matcher(STRING.matcher(feel).replaceAll("\"\"")).find()) {
            inputs.add("today");
        }
        var known = new StringBuilder();
        var required = new StringBuilder();
        for (String input : inputs) {
            known.append(
                    "<inputData id=\"i_%1$s\" name=\"%1$s\"><variable name=\"%1$s\"/></inputData>"
                            .formatted(input));
            required.append(
                    ("<informationRequirement id=\"r_%1$s\"><requiredInput href=\"#i_%1$s\"/>"
                                    + "</informationRequirement>")
                            .formatted(input));
        }
        return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                     namespace="https://dargah.org/computed" id="computed" name="computed">
        %s
        <decision id="d" name="%s"><variable name="%s"/>%s
        <literalExpression id="e"><text>%s</text></literalExpression></decision>
        </definitions>
        """
                .formatted(known, RESULT, RESULT, required, escaped(feel));
    }

    private static String escaped(String feel) {
        return feel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
