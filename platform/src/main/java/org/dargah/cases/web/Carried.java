package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.catalog.Example;
import org.dargah.catalog.Form;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pages of a preview carry along, since nothing is kept: by whose replies the form is
 * tried, and what was answered so far. Whoever changes it on the way changes only what they see.
 */
record Carried(String example, Map<String, Object> answers) {

    Carried {
        answers = Map.copyOf(answers);
    }

    /** With the answers to one page in place of the earlier ones. */
    Carried with(Form.Page page, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(answers);
        page.fields().forEach(field -> all.remove(field.name()));
        all.putAll(values);
        return new Carried(example, all);
    }

    /** By whose replies a form is tried if no example was chosen: registries are silent. */
    static Example nobody() {
        return new Example(
                "",
                "",
                LocalDate.EPOCH,
                Map.of(),
                Map.of(),
                List.of(),
                new Example.Expected(
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    /** Writes and reads it as the hidden field of a form. */
    @Component
    static class Press {

        private static final int MOST = 500_000;

        private final JsonMapper json;

        Press(JsonMapper json) {
            this.json = json;
        }

        String written(Carried carried) {
            return Base64.getUrlEncoder().encodeToString(json.writeValueAsBytes(carried));
        }

        /** What cannot be read, or is too much, is as if nothing was answered. */
        Carried read(String text) {
            if (text.isEmpty() || text.length() > MOST) {
                return new Carried("", Map.of());
            }
            try {
                return json.readValue(Base64.getUrlDecoder().decode(text), Carried.class);
            } catch (JacksonException | IllegalArgumentException e) {
                return new Carried("", Map.of());
            }
        }
    }
}
