package org.dargah.sandbox.registries;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dargah.sandbox.control.Control;
import org.dargah.sandbox.control.Part;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Gender;
import org.dargah.sandbox.people.Military;
import org.dargah.sandbox.people.Population;
import org.dargah.sandbox.people.Veteran;
import org.dargah.sandbox.people.Workshop;
import org.jspecify.annotations.Nullable;

/** The seven registries. A national id comes in the body, never in a URL. */
public final class Registries {

    record PersonQuestion(String nationalId, @Nullable LocalDate birthDate) {
        PersonQuestion {
            Objects.requireNonNull(nationalId, "nationalId");
        }
    }

    record SimQuestion(String nationalId, String mobile) {
        SimQuestion {
            Objects.requireNonNull(nationalId, "nationalId");
            Objects.requireNonNull(mobile, "mobile");
        }
    }

    record AddressQuestion(String postcode) {
        AddressQuestion {
            Objects.requireNonNull(postcode, "postcode");
        }
    }

    private final Population population;
    private final Clock clock;

    public Registries(Population population, Clock clock) {
        this.population = population;
        this.clock = clock;
    }

    public void on(Routes routes, Control control) {
        routes.on("POST", "/civil/person", control.behind(Part.CIVIL, this::person))
                .on("POST", "/sim/ownership", control.behind(Part.SIM, this::ownership))
                .on("POST", "/military/service", control.behind(Part.MILITARY, this::service))
                .on("POST", "/veterans/status", control.behind(Part.VETERANS, this::veteran))
                .on("POST", "/degrees/latest", control.behind(Part.DEGREES, this::degree))
                .on("POST", "/post/address", control.behind(Part.POST, this::address))
                .on(
                        "POST",
                        "/social-security/workshops",
                        control.behind(Part.WORKSHOPS, this::workshops));
    }

    private Answer person(Call call) throws IOException, SQLException {
        var question = call.json(PersonQuestion.class);
        var found = population.find(question.nationalId());
        if (found.isEmpty()) {
            return unknownPerson();
        }
        var citizen = found.get();
        if (question.birthDate() != null && !question.birthDate().equals(citizen.birthDate())) {
            return Answer.problem(
                    404,
                    "birth-date-mismatch",
                    "Birth date differs",
                    "The birth date is not the one on record");
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("nationalId", citizen.nationalId());
        answer.put("firstName", citizen.firstName());
        answer.put("lastName", citizen.lastName());
        answer.put("fatherName", citizen.fatherName());
        answer.put("gender", citizen.gender());
        answer.put("birthDate", citizen.birthDate());
        answer.put("alive", citizen.deathDate() == null);
        answer.put("deathDate", citizen.deathDate());
        return Answer.json(answer);
    }

    private Answer ownership(Call call) throws IOException, SQLException {
        var question = call.json(SimQuestion.class);
        var matches = population.owns(question.nationalId(), question.mobile());
        return Answer.json(Map.of("matches", matches));
    }

    private Answer service(Call call) throws IOException, SQLException {
        var found = population.find(call.json(PersonQuestion.class).nationalId());
        if (found.isEmpty()) {
            return unknownPerson();
        }
        var service = military(found.get());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("nationalId", found.get().nationalId());
        answer.put("status", service.status());
        answer.put("since", service.since());
        answer.put("exemption", service.exemption());
        return Answer.json(answer);
    }

    private Military military(Citizen citizen) {
        var of18 = citizen.birthDate().plusYears(18);
        var minor = of18.isAfter(LocalDate.now(clock.withZone(Citizen.ZONE)));
        if (citizen.gender() == Gender.FEMALE || minor) {
            return new Military(Military.NOT_SUBJECT, null, null);
        }
        return citizen.military() == null ? new Military("absent", of18, null) : citizen.military();
    }

    private Answer veteran(Call call) throws IOException, SQLException {
        var found = population.find(call.json(PersonQuestion.class).nationalId());
        if (found.isEmpty()) {
            return unknownPerson();
        }
        var veteran = Veteran.of(found.get());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("nationalId", found.get().nationalId());
        answer.put("status", veteran.status());
        answer.put("percent", veteran.percent());
        return Answer.json(answer);
    }

    private Answer degree(Call call) throws IOException, SQLException {
        var found = population.find(call.json(PersonQuestion.class).nationalId());
        if (found.isEmpty()) {
            return unknownPerson();
        }
        var degree = found.get().degree();
        if (degree == null) {
            return Answer.problem(404, "no-degree", "No degree", "No degree is on record");
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("nationalId", found.get().nationalId());
        answer.put("level", degree.level());
        answer.put("levelTitle", degree.title());
        answer.put("field", degree.field());
        answer.put("university", degree.university());
        answer.put("year", degree.year());
        return Answer.json(answer);
    }

    private Answer address(Call call) throws IOException, SQLException {
        return population
                .address(call.json(AddressQuestion.class).postcode())
                .<Answer>map(Answer::json)
                .orElseGet(
                        () ->
                                Answer.problem(
                                        404,
                                        "unknown-postcode",
                                        "Unknown postcode",
                                        "No address has this postcode"));
    }

    private Answer workshops(Call call) throws IOException, SQLException {
        var found = population.find(call.json(PersonQuestion.class).nationalId());
        if (found.isEmpty()) {
            return unknownPerson();
        }
        var workshops = Workshop.of(found.get(), LocalDate.now(clock.withZone(Citizen.ZONE)));
        return workshops.isEmpty()
                ? Answer.problem(
                        404, "no-workshop", "No workshop", "No workshop is registered in this name")
                : Answer.json(Map.of("workshops", workshops));
    }

    private static Answer unknownPerson() {
        return Answer.problem(
                404, "unknown-person", "Unknown person", "Nobody has this national id");
    }
}
