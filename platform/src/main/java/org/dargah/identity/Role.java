package org.dargah.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may be to Dargah. What each role may enter stands in {@link Area}. */
public enum Role {
    CITIZEN,
    REPRESENTATIVE,
    OPERATOR,
    OFFICER,
    SUPERVISOR,
    ANALYST,
    APPROVER,
    INSPECTOR,
    ASSESSOR,
    COUNCIL_MEMBER,
    GOVERNOR,
    DATA_PROTECTION_OFFICER,
    AUDITOR,
    ADMINISTRATOR;

    /** The word in data and addresses, such as {@code council-member}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> parse(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** True for roles that an agency gives to its own people. */
    public boolean isOfficial() {
        return this != CITIZEN && this != REPRESENTATIVE;
    }
}
