package org.dargah.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.kernel.Tehran;

/** How a certificate that decides itself goes: asked for, there, sometimes rated. */
final class CertificatePlot {

    private static final int WITH_DEGREE = 93;

    private final Span span;
    private final Lore lore;
    private final Dice dice;
    private final Crowd crowd;
    private final Ratings ratings;

    CertificatePlot(Span span, Lore lore, Hours hours, Dice dice, Crowd crowd) {
        this.span = span;
        this.lore = lore;
        this.dice = dice;
        this.crowd = crowd;
        this.ratings = new Ratings(lore, hours, dice);
    }

    Story story(int number, Instant at) {
        boolean approved = dice.percent(WITH_DEGREE);
        Resident applicant =
                crowd.next(
                        one ->
                                one.isOfAge(Tehran.dateOf(at).minusYears(1))
                                        && one.hasDegree() == approved);
        if (approved) {
            crowd.remember(applicant);
        }
        var deeds = new ArrayList<Deed>(List.of(new Deed.Apply(at, true)));
        ratings.after(at, approved, false).ifPresent(deeds::add);
        return new Story(
                number,
                "history-" + span.until().toEpochMilli() + "-" + number,
                applicant,
                Story.CERTIFICATE,
                answers(),
                null,
                deeds);
    }

    private Map<String, String> answers() {
        var answers = new HashMap<String, String>();
        String recipient = dice.weighed(lore.recipients()).value();
        answers.put("recipient", recipient);
        if (recipient.equals("other")) {
            answers.put("note", dice.pick(lore.notes()));
        }
        return answers;
    }
}
