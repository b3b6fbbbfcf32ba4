package org.dargah.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** What a program may do through the API; the codes are OAuth 2 scopes (RFC 6749, 3.3). */
public enum Scope {
    /** Handing in applications for people, and what follows from the applicant's side. */
    CASES_WRITE("cases.write"),
    /** Reading the cases that the program handed in, and those of its agency. */
    CASES_READ("cases.read"),
    /** Asking registries, as far as the program's rights go. */
    INQUIRIES("inquiries"),
    /**
     * Watching how the exchange works: who asked which registry, how long it took, how it ended.
     */
    MONITORING("monitoring");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Scope> parse(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }

    /** Whether a token that was got by a shared secret may carry it. */
    public boolean bySecret() {
        return this == CASES_WRITE || this == CASES_READ;
    }

    /** Whether a secret would be good for anything. */
    public static boolean anyBySecret(Collection<Scope> scopes) {
        return scopes.stream().anyMatch(Scope::bySecret);
    }

    /** As Spring Security names it. */
    public String authority() {
        return "SCOPE_" + code;
    }
}
