package org.dargah.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dargah.cases.Rows;
import org.dargah.catalog.Facts;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers and facts as they stand in the table: sealed, for this case alone. */
@Component
class CaseJson {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Facts.Said>> SAID = new TypeReference<>() {};

    private static final String LIST = "list";
    private static final String ROWS = "rows";

    private final JsonMapper mapper;
    private final CaseLists lists;
    private final Seal seal;

    CaseJson(JsonMapper mapper, CaseLists lists, Seal seal) {
        this.mapper = mapper;
        this.lists = lists;
        this.seal = seal;
    }

    /** A list is named, not written. */
    String answers(CaseId id, Map<String, Object> answers) {
        Map<String, Object> written = new HashMap<>(answers);
        written.replaceAll((question, answer) -> answer instanceof List<?> l ? named(l) : answer);
        return seal.seal(mapper.writeValueAsString(written), answers(id));
    }

    private static Map<String, Object> named(List<?> rows) {
        if (!(rows instanceof Rows kept)) {
            throw new IllegalStateException("A list was not laid beside its case");
        }
        return Map.of(LIST, kept.id(), ROWS, kept.size());
    }

    Map<String, Object> answers(CaseId id, String stored, Province province) {
        Map<String, Object> answers = mapper.readValue(seal.open(stored, answers(id)), ANSWERS);
        answers.replaceAll(
                (question, answer) ->
                        answer instanceof Map<?, ?> m
                                        && m.get(LIST) instanceof String list
                                        && m.get(ROWS) instanceof Integer rows
                                ? lists.rows(province, UUID.fromString(list), rows)
                                : answer);
        return answers;
    }

    String said(CaseId id, Map<String, Facts.Said> said) {
        return seal.seal(mapper.writeValueAsString(said), facts(id));
    }

    Map<String, Facts.Said> said(CaseId id, String stored) {
        return mapper.readValue(seal.open(stored, facts(id)), SAID);
    }

    static String answers(CaseId id) {
        return "cases answers " + id;
    }

    static String facts(CaseId id) {
        return "cases facts " + id;
    }
}
