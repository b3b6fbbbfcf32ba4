package org.dargah.sandbox.people;

import com.fasterxml.jackson.annotation.JsonValue;

/** As the civil registry writes it. */
public enum Gender {
    MALE,
    FEMALE;

    @JsonValue
    public String code() {
        return this == MALE ? "male" : "female";
    }
}
