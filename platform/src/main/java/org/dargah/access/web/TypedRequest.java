package org.dargah.access.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dargah.access.Requests.Responsible;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Words;
import org.springframework.util.MultiValueMap;

/** What an official typed about a request, as they typed it. */
record TypedRequest(MultiValueMap<String, String> form) {

    private static final String BIRTH = "birthDate";

    String one(String name) {
        return PersianText.normaliseLines(Objects.requireNonNullElse(form.getFirst(name), ""));
    }

    List<String> all(String name) {
        return List.copyOf(Objects.requireNonNullElse(form.get(name), List.of()));
    }

    /** Day, month and year. */
    List<String> date(String name) {
        return List.of(one(name + ".day"), one(name + ".month"), one(name + ".year"));
    }

    private Optional<LocalDate> day(String name) {
        List<String> typed = date(name);
        return JalaliDate.parse(typed.get(2), typed.get(1), typed.get(0))
                .map(JalaliDate::toLocalDate);
    }

    /**
     * By the names of the form's questions, as a program would send them.
     *
     * @param list the question that holds several names at once
     */
    Map<String, Object> answers(Service service, String list) {
        Map<String, Object> answers = new HashMap<>();
        service.form().pages().stream()
                .flatMap(page -> page.fields().stream())
                .forEach(field -> answers.put(field.name(), answer(field, list)));
        return answers;
    }

    private String answer(Form.Field field, String list) {
        if (field.kind() == FieldKind.DATE) {
            return day(field.name())
                    .map(LocalDate::toString)
                    .orElseGet(() -> String.join("", date(field.name())));
        }
        return field.name().equals(list) ? String.join(", ", all(list)) : one(field.name());
    }

    /** What is wrong with the official who answers for it. */
    Errors errors(Words words) {
        Errors errors = Errors.none();
        if (NationalId.parse(one("nationalId")).isEmpty()) {
            errors = errors.with("nationalId", words.t("access.new.error.national-id"));
        }
        if (day(BIRTH).isEmpty()) {
            errors = errors.with(BIRTH, words.t("access.new.error.birth-date"));
        }
        if (Mobile.parse(one("mobile")).isEmpty()) {
            errors = errors.with("mobile", words.t("access.new.error.mobile"));
        }
        return errors;
    }

    /** Only where there are no {@link #errors}. */
    Responsible responsible() {
        return new Responsible(
                NationalId.parse(one("nationalId")).orElseThrow(),
                day(BIRTH).orElseThrow(),
                Mobile.parse(one("mobile")).orElseThrow());
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "TypedRequest";
    }
}
