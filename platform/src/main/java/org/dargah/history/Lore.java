package org.dargah.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a history is woven from: the file {@code history.yaml} of a province. */
record Lore(
        List<Integer> months,
        List<County> counties,
        List<Trade> trades,
        List<String> streets,
        List<Choice> recipients,
        List<String> notes,
        List<Correction> corrections,
        List<Refusal> refusals,
        Words words) {

    /** Something of which there is more or less. */
    interface Weighed {
        int share();
    }

    /** A county and the habits of its guild office. */
    record County(
            String fa,
            String city,
            String prefix,
            int share,
            int days,
            int late,
            List<String> officers)
            implements Weighed {}

    /** A trade and what shops of it are called. */
    record Trade(String code, int share, List<String> names) implements Weighed {}

    /** One value of a form's field. */
    record Choice(String value, int share) implements Weighed {}

    /** What an officer asks for and what the applicant writes. */
    record Correction(String ask, String answer) {}

    /** Why an officer refuses. */
    record Refusal(int condition, String text) {}

    /** What people write beside a rating. */
    record Words(List<String> good, List<String> middle, List<String> bad) {}

    /** The first one that a province has. */
    static Lore in(Path provinces) throws java.io.IOException {
        try (var folders = Files.list(provinces)) {
            Path file =
                    folders.map(folder -> folder.resolve("history.yaml"))
                            .filter(Files::exists)
                            .sorted()
                            .findFirst()
                            .orElseThrow();
            return new YAMLMapper().readValue(file, Lore.class);
        }
    }

    Refusal refusal(int condition) {
        return refusals.stream()
                .filter(refusal -> refusal.condition() == condition)
                .findFirst()
                .orElseThrow();
    }
}
