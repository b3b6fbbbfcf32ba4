package org.dargah.cases.internal;

import java.util.Map;
import org.dargah.catalog.Facts;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers and facts as they stand in the table. */
@Component
class CaseJson {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Facts.Said>> SAID = new TypeReference<>() {};

    private final JsonMapper mapper;

    CaseJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String answers(Map<String, Object> answers) {
        return mapper.writeValueAsString(answers);
    }

    Map<String, Object> answers(String json) {
        return mapper.readValue(json, ANSWERS);
    }

    String said(Map<String, Facts.Said> said) {
        return mapper.writeValueAsString(said);
    }

    Map<String, Facts.Said> said(String json) {
        return mapper.readValue(json, SAID);
    }
}
