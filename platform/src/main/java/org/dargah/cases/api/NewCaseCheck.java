package org.dargah.cases.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.Filing;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.documents.VerificationCode;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.ui.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads what a program sent, and says of every part that cannot be read what is wrong with it. */
final class NewCaseCheck {

    private static final String KEY = "[\\x21-\\x7e]{1,100}";
    private static final NewCase.Applicant NOBODY = new NewCase.Applicant(null, null, null);

    private final List<Refusals.Wrong> wrong = new ArrayList<>();
    private @Nullable VerificationCode document;

    private NewCaseCheck() {}

    static Filing.Application read(@Nullable String key, NewCase wanted, Catalog catalog) {
        if (key == null || !key.matches(KEY)) {
            throw Problem.refusal(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "The header Idempotency-Key is missing or not 1 to 100 visible ASCII signs.");
        }
        return new NewCaseCheck().check(key, wanted, catalog);
    }

    private Filing.Application check(String key, NewCase wanted, Catalog catalog) {
        Optional<Service> service = service(wanted.service(), catalog);
        NewCase.Applicant applicant = wanted.applicant() == null ? NOBODY : wanted.applicant();
        Optional<NationalId> nationalId = applicant.readNationalId();
        Optional<LocalDate> birthDate = applicant.readBirthDate();
        Optional<Mobile> mobile = applicant.readMobile();
        Map<String, @Nullable Object> answers =
                wanted.answers() == null ? Map.of() : wanted.answers();
        need(service, "/service", "چنین خدمتی نیست.", "There is no such service.");
        need(
                nationalId,
                "/applicant/nationalId",
                "کد ملی درست نیست.",
                "This is no national id: 10 digits, the last one a checksum.");
        need(
                birthDate,
                "/applicant/birthDate",
                "تاریخ تولد را میلادی و مانند 1991-04-02 بفرستید.",
                "Send the date of birth as ISO 8601, such as 1991-04-02.");
        need(
                mobile,
                "/applicant/mobile",
                "شمارهٔ همراه درست نیست.",
                "This is no mobile number: 11 digits that begin with 09.");
        service.ifPresent(known -> files(known, answers));
        service.ifPresent(known -> document(known, wanted.renews()));
        if (!wrong.isEmpty()) {
            throw Refusals.invalid(wrong);
        }
        return new Filing.Application(
                key,
                service.orElseThrow(),
                nationalId.orElseThrow(),
                birthDate.orElseThrow(),
                mobile.orElseThrow(),
                answers,
                document);
    }

    private static Optional<Service> service(@Nullable String name, Catalog catalog) {
        String[] parts = name == null ? new String[0] : name.split("/", -1);
        return parts.length == 2 ? catalog.find(parts[0], parts[1]) : Optional.empty();
    }

    /** A document is named where one is renewed, and nowhere else. */
    private void document(Service service, @Nullable String renews) {
        if (service.renewal() == null) {
            if (renews != null) {
                wrong.add(
                        new Refusals.Wrong(
                                "/renews",
                                "این خدمت سندی را تمدید نمی‌کند؛ این بخش را بردارید.",
                                "This service renews no document; leave this out."));
            }
            return;
        }
        document = renews == null ? null : VerificationCode.parse(renews).orElse(null);
        need(
                Optional.ofNullable(document),
                "/renews",
                "کد راستی‌آزمایی سندی را که تمدید می‌شود بنویسید؛ روی خود سند آمده است.",
                "Name the document to renew by its verification code, which stands on it.");
    }

    private void need(Optional<?> read, String pointer, String fa, String en) {
        if (read.isEmpty()) {
            wrong.add(new Refusals.Wrong(pointer, fa, en));
        }
    }

    /** A program cannot send files yet, and may not name those of others. */
    private void files(Service service, Map<String, @Nullable Object> answers) {
        for (String name : answers.keySet()) {
            if (service.form()
                    .field(name)
                    .map(Form.Field::kind)
                    .filter(FieldKind.FILE::equals)
                    .isPresent()) {
                wrong.add(
                        new Refusals.Wrong(
                                "/answers/" + name,
                                "فایل را فقط از راه درگاه می‌توان فرستاد.",
                                "Files can be sent through the portal only."));
            }
        }
    }
}
