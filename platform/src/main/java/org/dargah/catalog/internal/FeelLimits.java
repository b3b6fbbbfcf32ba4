package org.dargah.catalog.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a FEEL expression of a pack may not do, found before the engine sees it: its author reads it
 * at its line, and {@link RuleTime} need not stop it in the middle of somebody's case (ADR 127,
 * 133).
 */
final class FeelLimits {

    private static final int LONGEST = 4000;
    private static final int DEEPEST = 40;

    private static final Pattern EXTERNAL =
            Pattern.compile("\\bexternal\\b|\\bjava\\s*:|\\bpmml\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile("\\b(now|today)\\s*\\(\\s*\\)");
    private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\s*\\(");
    private static final Pattern LOOP = Pattern.compile("\\b(for|some|every)\\b");

    /** Several lists in the head of one loop: their rows are multiplied. */
    private static final Pattern ITERATORS =
            Pattern.compile(
                    "\\b(?:for|some|every)\\b(?:(?!\\b(?:return|satisfies)\\b).)*,\\s*\\w+\\s+in\\b",
                    Pattern.DOTALL);

    private static final Pattern PATTERNED = Pattern.compile("\\b(matches|replace|split)\\s*\\(");

    /** What copies whole lists or texts: once for each row, that is a bomb. */
    private static final Pattern GROWING =
            Pattern.compile(
                    "\\b(flatten|concatenate|append|union|insert before|list replace|reverse|string"
                            + " join|partial)\\b");

    private static final Pattern ENTRY = Pattern.compile("[{,]\\s*([A-Za-z_]\\w*)\\s*:");

    /** A bracket behind a name or a list; behind a word such as {@code in} it begins a range. */
    private static final Pattern FILTER =
            Pattern.compile(
                    "[\\w)\\]](?<!\\b(?:in|and|or|then|else|return))\\s*+\\[\\s*+[^\\s,)\\]]");

    /** Strings and comments say nothing about what is done. */
    private static final Pattern SILENT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private FeelLimits() {}

    /** Everything that is wrong; empty for a good expression. */
    static List<String> problems(String feel) {
        var problems = new ArrayList<String>();
        if (feel.length() > LONGEST) {
            // Nothing else is looked for: that too would take its time.
            return List.of("an expression has at most " + LONGEST + " characters");
        }
        String bare = SILENT.matcher(feel).replaceAll("\"\"");
        if (EXTERNAL.matcher(feel).find()) {
            problems.add("external functions are not allowed in rules");
        }
        if (CLOCK.matcher(bare).find()) {
            problems.add("take the fact 'today' instead of asking the clock");
        }
        if (FUNCTION.matcher(bare).find()) {
            problems.add("functions are not made inside expressions: they could call themselves");
        }
        loops(bare, problems);
        entries(bare, problems);
        if (depth(bare) > DEEPEST) {
            problems.add("nested deeper than " + DEEPEST);
        }
        patterns(feel, problems);
        return problems;
    }

    /** What a cell of a table may not do: two thousand rules would do it two thousand times. */
    static boolean goesThroughLists(String feel) {
        String bare = SILENT.matcher(feel).replaceAll("\"\"");
        return LOOP.matcher(bare).find() || FILTER.matcher(bare).find();
    }

    private static void loops(String bare, List<String> problems) {
        long loops = LOOP.matcher(bare).results().count();
        if (loops > 0 && bare.contains("..")) {
            problems.add("for, some and every go through lists, not through ranges");
        }
        if (loops > 0 && GROWING.matcher(bare).find()) {
            problems.add("no list or text is copied for each row of another");
        }
        if (ITERATORS.matcher(bare).find()) {
            problems.add("a loop goes through one list, not through several at once");
        }
        if (filters(bare) + (loops > 0 ? 1 : 0) > 2) {
            problems.add("one filter inside another or inside a loop, not deeper");
        }
        if (loops > 1) {
            problems.add("one for, some or every in an expression, not one inside another");
        }
    }

    /** How deep filters stand inside one another. */
    private static int filters(String bare) {
        var begins = new HashSet<Integer>();
        FILTER.matcher(bare).results().forEach(it -> begins.add(bare.indexOf('[', it.start())));
        var open = new ArrayDeque<Boolean>();
        int deepest = 0;
        for (int i = 0; i < bare.length(); i++) {
            if (bare.charAt(i) == '[') {
                open.push(begins.contains(i));
                deepest = Math.max(deepest, (int) open.stream().filter(it -> it).count());
            } else if (bare.charAt(i) == ']') {
                open.poll();
            }
        }
        return deepest;
    }

    /** Each entry that doubles the one before makes a bomb of thirty lines. */
    private static void entries(String bare, List<String> problems) {
        ENTRY.matcher(bare)
                .results()
                .map(entry -> Pattern.quote(entry.group(1)))
                .filter(
                        name ->
                                Pattern.compile("(?<![\\w.])" + name + "(?!\\w|\\s*:)")
                                        .matcher(bare)
                                        .find())
                .findFirst()
                .ifPresent(
                        name ->
                                problems.add(
                                        "an entry of a context is not made from another entry"));
    }

    private static int depth(String bare) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < bare.length(); i++) {
            switch (bare.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return Math.max(deepest, words(bare));
    }

    /** {@code if} after {@code else} nests too, as does {@code not} after {@code not}. */
    private static int words(String bare) {
        return (int) Pattern.compile("\\b(if|not|function)\\b|--").matcher(bare).results().count();
    }

    /** A pattern that is computed could be any pattern. */
    private static void patterns(String feel, List<String> problems) {
        Matcher call = PATTERNED.matcher(feel);
        while (call.find()) {
            String pattern = secondArgument(feel, call.end());
            if (!FormRules.isHarmless(pattern)) {
                problems.add(
                        call.group(1)
                                + "() takes a pattern in quotes, of character classes and counts"
                                + " only, such as \"^[0-9]{10}$\"");
            }
        }
    }

    /** The text between the quotes; empty when it is anything but one string. */
    private static String secondArgument(String feel, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begin = from;
        for (int i = from; i < feel.length() && depth >= 0; i++) {
            char sign = feel.charAt(i);
            if (sign == '\\' && quoted) {
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
                if ((sign == ',' && depth == 0) || depth < 0) {
                    arguments.add(feel.substring(begin, i).strip());
                    begin = i + 1;
                }
            }
        }
        String second = arguments.size() > 1 ? arguments.get(1) : "";
        return second.matches("\"[^\"\\\\]*\"") ? second.substring(1, second.length() - 1) : "";
    }
}
