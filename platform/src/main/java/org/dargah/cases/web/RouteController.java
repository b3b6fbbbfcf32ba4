package org.dargah.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Desk;
import org.dargah.cases.Official;
import org.dargah.cases.Standing;
import org.dargah.cases.Task;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Route;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Moment;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The way of a case before those who decide it: as a list, and as a drawing. */
@Controller
class RouteController {

    private final Desk desk;
    private final Standing standing;
    private final Catalog catalog;
    private final Vocabulary vocabulary;

    RouteController(Desk desk, Standing standing, Catalog catalog, Vocabulary vocabulary) {
        this.desk = desk;
        this.standing = standing;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/work/cases/{code}/route")
    ModelAndView show(@PathVariable String code, CurrentOfficer officer, Locale locale) {
        CaseFile file = file(code, officer);
        Words words = vocabulary.in(locale);
        Service service = service(file);
        List<Standing.Step> steps = standing.of(file);
        return Reply.page(
                "cases/route",
                new RoutePage(
                        AnswerTexts.title(service, words),
                        file.tracking().text(),
                        CaseController.stage(file, words),
                        steps.stream()
                                .filter(step -> isShown(step.stop()))
                                .map(step -> moment(step, words))
                                .toList(),
                        ids(steps, Standing.Place.NOW),
                        ids(steps, Standing.Place.DONE)));
    }

    /** With coordinates, for the drawing. */
    @GetMapping("/work/cases/{code}/route.bpmn")
    ResponseEntity<String> drawing(@PathVariable String code, CurrentOfficer officer) {
        Service service = service(file(code, officer));
        return ResponseEntity.ok()
                .contentType(
                        new MediaType(
                                "application", "xml", java.nio.charset.StandardCharsets.UTF_8))
                .body(
                        RouteDrawing.of(
                                service.process().xml(),
                                service.process().route(),
                                service.process().key()));
    }

    private static boolean isShown(Route.Stop stop) {
        return stop.kind() != Route.Kind.CHOICE && stop.kind() != Route.Kind.PARALLEL;
    }

    private static List<String> ids(List<Standing.Step> steps, Standing.Place place) {
        return steps.stream()
                .filter(step -> step.place() == place)
                .map(step -> step.stop().id())
                .toList();
    }

    private static Moment moment(Standing.Step step, Words words) {
        Moment.Phase phase =
                switch (step.place()) {
                    case DONE -> Moment.Phase.DONE;
                    case NOW -> Moment.Phase.NOW;
                    case AHEAD -> Moment.Phase.NEXT;
                };
        String name = step.stop().name().isEmpty() ? step.stop().id() : step.stop().name();
        if (step.tasks().isEmpty()) {
            return new Moment(
                    phase, name, words.t("cases.route." + step.place().name()), "", "", null);
        }
        return moment(step.tasks().getLast(), phase, name, words, step);
    }

    private static Moment moment(
            Task last, Moment.Phase phase, String name, Words words, Standing.Step step) {
        Instant done = last.doneAt();
        LocalDate due = last.dueOn();
        String place = words.t("cases.route." + step.place().name());
        if (done == null) {
            String until = due == null ? "" : words.t("cases.until", words.longDate(due));
            return new Moment(phase, name, place, "", until, null);
        }
        String title = last.doneTitle();
        return new Moment(
                phase,
                name,
                place,
                title == null || last.kind() == TaskKind.WAIT ? "" : title,
                words.moment(done),
                words.machineTime(done));
    }

    private CaseFile file(String code, CurrentOfficer officer) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> desk.open(Official.of(officer), tracking))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }
}
