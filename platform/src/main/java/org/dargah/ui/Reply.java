package org.dargah.ui;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A page as a controller answers it: the template and its one {@code …Page} record. */
public final class Reply {

    private Reply() {}

    public static ModelAndView page(String template, Object page) {
        return new ModelAndView(template, "page", page);
    }

    /** The same page again with what must be fixed: 422. */
    public static ModelAndView invalid(String template, Object page) {
        return page(template, page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public static ModelAndView page(String template, Object page, HttpStatus status) {
        ModelAndView reply = page(template, page);
        reply.setStatus(status);
        return reply;
    }

    /**
     * To another page of ours after something was done (303, so that reloading repeats nothing).
     */
    public static ModelAndView seeOther(String path) {
        RedirectView way = new RedirectView(path, true, false, false);
        way.setStatusCode(HttpStatus.SEE_OTHER);
        way.setExpandUriTemplateVariables(false);
        return new ModelAndView(way);
    }
}
