package org.dargah.identity.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.identity.SignIn;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.ui.Errors;
import org.dargah.ui.Words;

/** What somebody typed to sign in, as they typed it. */
public record Typed(String nationalId, String day, String month, String year, String mobile) {

    static final Typed NOTHING = new Typed("", "", "", "", "");

    public List<String> birthDate() {
        return List.of(day, month, year);
    }

    /** What must be put right before anybody is asked. */
    Errors errors(Words words) {
        Errors errors = Errors.none();
        if (NationalId.parse(nationalId).isEmpty()) {
            errors = errors.with("nationalId", words.t("identity.error.national-id"));
        }
        if (birthDay().isEmpty()) {
            errors = errors.with("birthDate", words.t("identity.error.birth-date"));
        }
        if (Mobile.parse(mobile).isEmpty()) {
            errors = errors.with("mobile", words.t("identity.error.mobile"));
        }
        return errors;
    }

    private Optional<JalaliDate> birthDay() {
        return JalaliDate.parse(year, month, day);
    }

    /** Only where there are no {@link #errors}. */
    SignIn.Claim claim(UUID formKey) {
        return new SignIn.Claim(
                NationalId.parse(nationalId).orElseThrow(),
                birthDay().orElseThrow().toLocalDate(),
                Mobile.parse(mobile).orElseThrow(),
                formKey);
    }

    @Override
    public String toString() {
        return "Typed[masked]";
    }
}
