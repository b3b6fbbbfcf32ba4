package org.dargah.machine.web;

import org.dargah.cases.Jobs;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.Province;
import org.dargah.ui.Reply;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Handing a dead job to the engine once more: first the question, then the deed. */
@Controller
class RetryController {

    private final Jobs jobs;
    private final Province province;

    RetryController(Jobs jobs, @Value("${dargah.province}") String province) {
        this.jobs = jobs;
        this.province = new Province(province);
    }

    @GetMapping("/work/machine/retries/{job}")
    ModelAndView ask(@PathVariable String job) {
        return jobs.dead(province, job)
                .map(
                        dead ->
                                Reply.page(
                                        "machine/retry",
                                        new RetryPage(
                                                dead.id(),
                                                dead.tracking().text(),
                                                dead.step(),
                                                dead.since())))
                .orElseGet(() -> Reply.seeOther("/work/machine?again=gone"));
    }

    @PostMapping("/work/machine/retries")
    ModelAndView retry(CurrentOfficer administrator, @RequestParam String job) {
        boolean done = jobs.tryAgain(province, job, administrator);
        return Reply.seeOther("/work/machine?again=" + (done ? "done" : "gone"));
    }
}
