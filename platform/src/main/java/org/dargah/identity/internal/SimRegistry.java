package org.dargah.identity.internal;

import java.util.List;
import java.util.Map;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Question;
import org.dargah.identity.Ownership;
import org.dargah.identity.Person;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Mobile;
import org.springframework.stereotype.Component;

/** Confirms at the SIM registry (شاهکار), through the exchange, whose number a mobile is. */
@Component
public final class SimRegistry {

    private final Exchange exchange;
    private final PersonRepository people;

    public SimRegistry(Exchange exchange, PersonRepository people) {
        this.exchange = exchange;
        this.people = people;
    }

    public Ownership confirm(Person person, Mobile mobile, Caller caller) {
        Question question =
                new Question(
                        "sim/ownership@1",
                        Map.of(
                                "nationalId", person.nationalId().digits(),
                                "mobile", mobile.digits()),
                        List.of("matches"));
        return switch (exchange.ask(question, caller, person.id())) {
            case Answer.Known known -> judge(known, person, mobile);
            case Answer.NotFound absent -> new Ownership.NotTheirs();
            case Answer.Unreachable silent -> new Ownership.Unreachable(silent.retryAfter());
            case Answer.Refused refused ->
                    throw new IllegalStateException("Sign-in may not ask: " + refused);
        };
    }

    private Ownership judge(Answer.Known known, Person person, Mobile mobile) {
        if (!known.field("matches").orElseThrow().equals("true")) {
            return new Ownership.NotTheirs();
        }
        people.storeMobile(person.id(), mobile);
        return new Ownership.Theirs();
    }
}
