package org.dargah.cases.web;

import java.util.Locale;
import java.util.Optional;
import org.dargah.cases.Cases;
import org.dargah.catalog.Catalog;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Tag;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Following a case by its tracking code, without signing in. */
@Controller
class TrackController {

    private final Cases cases;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final Province province;

    TrackController(
            Cases cases,
            Catalog catalog,
            Vocabulary vocabulary,
            @Value("${dargah.province}") String province) {
        this.cases = cases;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.province = new Province(province);
    }

    @GetMapping("/track")
    ModelAndView ask(@RequestParam(defaultValue = "") String code, Locale locale) {
        if (code.isBlank()) {
            return Reply.page("cases/track", new TrackPage("", null, Errors.none()));
        }
        return TrackingCode.parse(code)
                .map(tracking -> Reply.seeOther("/track/" + tracking.text()))
                .orElseGet(
                        () ->
                                wrong(
                                        code,
                                        "cases.track.wrong",
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        locale));
    }

    @GetMapping("/track/{code}")
    ModelAndView show(@PathVariable String code, Locale locale) {
        Words words = vocabulary.in(locale);
        Optional<Cases.Whereabouts> found =
                TrackingCode.parse(code).flatMap(tracking -> cases.track(province, tracking));
        return found.map(
                        case_ ->
                                Reply.page(
                                        "cases/track",
                                        new TrackPage(code, view(case_, words), Errors.none())))
                .orElseGet(() -> wrong(code, "cases.track.unknown", HttpStatus.NOT_FOUND, locale));
    }

    private TrackPage.Found view(Cases.Whereabouts where, Words words) {
        return new TrackPage.Found(
                where.tracking().text(),
                AnswerTexts.title(catalog.version(where.version()).orElseThrow(), words),
                new Tag(words.t(where.stage().key()), StageTones.of(where.stage())),
                words.t(where.stage().key() + ".meaning"),
                where.submittedAt(),
                where.stage().isEnd() ? null : where.dueOn());
    }

    private ModelAndView wrong(String typed, String key, HttpStatus status, Locale locale) {
        Errors errors = Errors.of("code", vocabulary.in(locale).t(key));
        return Reply.page("cases/track", new TrackPage(typed, null, errors), status);
    }
}
