package org.dargah.identity.web;

/**
 * Long rather than odd, as NIST SP 800-63B says: length is what resists guessing, rules about signs
 * only make people write passwords down.
 */
final class PasswordRule {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_SIGNS = 5;

    private PasswordRule() {}

    static boolean accepts(String password) {
        return password.length() >= SHORTEST
                && password.length() <= LONGEST
                && password.chars().distinct().count() >= FEWEST_SIGNS;
    }
}
