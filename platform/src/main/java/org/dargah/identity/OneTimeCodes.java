package org.dargah.identity;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.dargah.identity.internal.Codes;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Codes by SMS by which a person confirms one matter and no other: six digits, short-lived, few
 * tries, good once. A code of one matter, or of a sign-in, opens nothing else.
 */
@Component
public final class OneTimeCodes {

    private final Codes codes;

    OneTimeCodes(Codes codes) {
        this.codes = codes;
    }

    /**
     * Counts one more time that a program names a person who is to get a code: otherwise it could
     * try dates of birth and mobiles until one fits.
     *
     * @return false when it is one too many for now
     */
    public boolean maySeek(String program, NationalId person) {
        return codes.maySeek(program, person);
    }

    /**
     * Sends the code of a matter, in the caller's transaction.
     *
     * @param mobile of the person, as the SIM registry confirmed it
     * @param matter names exactly what the code confirms; each has one code
     * @param text the SMS, by its code
     * @return false when the number has had too many codes lately
     * @throws IllegalStateException when the matter has had its code, or no transaction is open
     */
    public boolean send(
            PersonId person,
            Mobile mobile,
            String matter,
            Duration valid,
            UnaryOperator<String> text) {
        return codes.sendFor(person, mobile, matter, valid, text);
    }

    /** Judges a typed code; when it is right it is used up, in the caller's transaction. */
    public CodeCheck check(PersonId person, String matter, String typed) {
        return codes.checkFor(person, matter, typed);
    }
}
