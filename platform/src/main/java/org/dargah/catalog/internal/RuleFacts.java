package org.dargah.catalog.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which facts each decision of a rule file reads, itself or through the decisions before it. */
public final class RuleFacts {

    private static final Pattern FACT =
            Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*)");

    private final Map<String, Set<String>> facts = new HashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    private RuleFacts() {}

    /** Of a file that was checked before. */
    public static RuleFacts of(String dmn) {
        var read = new RuleFacts();
        String decision = "";
        for (XmlFile.Element element : XmlFile.read("rules", dmn).elements()) {
            if (element.parent().equals("definitions")) {
                decision = element.attribute("name");
                read.ids.put("#" + element.attribute("id"), decision);
            }
            if (element.name().equals("requiredDecision")) {
                read.of(read.needs, decision).add(element.attribute("href"));
            }
            if (element.name().equals("text")) {
                FACT.matcher(element.text())
                        .results()
                        .map(MatchResult::group)
                        .forEach(read.of(read.facts, decision)::add);
            }
        }
        return read;
    }

    private Set<String> of(Map<String, Set<String>> all, String decision) {
        return all.computeIfAbsent(decision, name -> new HashSet<>());
    }

    /** By their names, such as {@code person.birthDate}. */
    public Set<String> readBy(String decision) {
        Set<String> read = new HashSet<>();
        gather(decision, read, new HashSet<>());
        return read;
    }

    private void gather(String decision, Set<String> read, Set<String> seen) {
        if (seen.add(decision)) {
            read.addAll(facts.getOrDefault(decision, Set.of()));
            needs.getOrDefault(decision, Set.of())
                    .forEach(id -> gather(ids.getOrDefault(id, ""), read, seen));
        }
    }
}
