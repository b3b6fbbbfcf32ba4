package org.dargah.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dargah.documents.DocumentsSettings;
import org.dargah.documents.Verification;
import org.dargah.documents.VerificationCode;
import org.dargah.documents.Verifications;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Checks a certificate for anyone, without signing in. */
@Controller
class VerifyController {

    private static final String FORM = "documents/verify";
    private static final String VERDICT = "documents/verdict";
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Verifications verifications;
    private final Vocabulary vocabulary;
    private final long limit;

    VerifyController(
            Verifications verifications, Vocabulary vocabulary, DocumentsSettings settings) {
        this.verifications = verifications;
        this.vocabulary = vocabulary;
        this.limit = settings.limit().toBytes();
    }

    /** The form; with a typed code, on to the code's own address. */
    @GetMapping("/verify")
    ModelAndView form(@RequestParam(required = false) @Nullable String code, Locale locale) {
        if (code == null) {
            return Reply.page(FORM, page("", vocabulary.in(locale), Errors.none()));
        }
        Optional<VerificationCode> read = VerificationCode.parse(code);
        return read.isPresent()
                ? Reply.seeOther("/verify/" + read.get().text())
                : misspelt(code, vocabulary.in(locale));
    }

    @GetMapping("/verify/{code}")
    ModelAndView byCode(@PathVariable String code, Locale locale, HttpServletResponse response) {
        keepPrivate(response);
        Words words = vocabulary.in(locale);
        return VerificationCode.parse(code)
                .map(read -> verdict(verifications.verify(read), words, Verdicts.Brought.CODE))
                .orElseGet(() -> misspelt(code, words));
    }

    private ModelAndView misspelt(String code, Words words) {
        String sentence =
                code.isBlank()
                        ? words.t("documents.verify.code.missing")
                        : words.t("documents.verify.code.wrong");
        return Reply.invalid(FORM, page(code, words, Errors.of("code", sentence)));
    }

    @PostMapping("/verify")
    ModelAndView byFile(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        keepPrivate(response);
        Words words = vocabulary.in(locale);
        if (file == null || file.isEmpty()) {
            return wrongFile(words, words.t("documents.verify.file.missing"));
        }
        if (file.getSize() > limit) {
            return wrongFile(words, words.t("documents.verify.file.large", words.fileSize(limit)));
        }
        byte[] content = file.getBytes();
        if (!Arrays.equals(PDF, 0, PDF.length, content, 0, Math.min(PDF.length, content.length))) {
            return wrongFile(words, words.t("documents.verify.file.type"));
        }
        return verdict(verifications.verify(content), words, Verdicts.Brought.FILE);
    }

    private ModelAndView wrongFile(Words words, String sentence) {
        return Reply.invalid(FORM, page("", words, Errors.of("file", sentence)));
    }

    private VerifyPage page(String code, Words words, Errors errors) {
        return new VerifyPage(code, limit, Verdicts.meanings(words), errors);
    }

    private static ModelAndView verdict(
            Verification verification, Words words, Verdicts.Brought brought) {
        boolean nothing =
                verification instanceof Verification.Unknown && brought == Verdicts.Brought.CODE;
        return Reply.page(
                VERDICT,
                new Verdicts(words, brought).page(verification),
                nothing ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }

    /** A verdict is true now only, and no search engine needs it. */
    private static void keepPrivate(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
