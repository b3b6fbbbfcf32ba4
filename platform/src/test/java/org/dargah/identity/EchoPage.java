package org.dargah.identity;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A page of the tests that answers what was sent to it and by whom. */
@RestController
class EchoPage {

    @GetMapping("/apply/echo")
    String opened(CurrentPerson person) {
        return "opened by " + person.id();
    }

    @PostMapping("/apply/echo")
    String sent(CurrentPerson person, @RequestParam Map<String, String> fields) {
        return "sent by " + person.id() + ": " + fields.get("shopName") + ", " + fields.get("_key");
    }
}
