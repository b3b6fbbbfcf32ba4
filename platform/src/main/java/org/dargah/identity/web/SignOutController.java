package org.dargah.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.dargah.identity.OfficeSignIn;
import org.dargah.identity.SignIn;
import org.dargah.ui.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Leaving. */
@Controller
class SignOutController {

    private final SignIn citizens;
    private final OfficeSignIn officials;

    SignOutController(SignIn citizens, OfficeSignIn officials) {
        this.citizens = citizens;
        this.officials = officials;
    }

    @PostMapping("/sign-out")
    ModelAndView leave(HttpServletRequest request) {
        citizens.signOut(request);
        return Reply.seeOther("/sign-out");
    }

    @PostMapping("/work/sign-out")
    ModelAndView leaveWork(HttpServletRequest request) {
        officials.leave(request);
        return Reply.seeOther("/work/sign-out");
    }

    @GetMapping("/sign-out")
    ModelAndView left() {
        return Reply.page("identity/left", new LeftPage("/sign-in", false));
    }

    @GetMapping("/work/sign-out")
    ModelAndView leftWork() {
        return Reply.page("identity/left", new LeftPage("/work/sign-in", true));
    }
}
