package org.dargah.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;

/**
 * Answers that an applicant has mended because an officer asked for it. What they were before is
 * kept for the record.
 *
 * @param number of the correction in its case, from 1
 * @param sentAt when it was sent
 */
public record Correction(int number, Answers before, Answers after, Instant sentAt) {

    /**
     * All answers of a case at one time, and what registries had said by then.
     *
     * @param answers by the fields' names
     * @param said by the asks' names
     */
    public record Answers(Map<String, Object> answers, Map<String, Facts.Said> said) {

        public Answers {
            answers = Map.copyOf(answers);
            said = Map.copyOf(said);
        }

        static Answers of(CaseFile file) {
            return new Answers(file.answers(), file.said());
        }

        /** The case as it would stand with these. */
        public CaseFile in(CaseFile file) {
            return file.amended(answers, said);
        }

        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "Answers" + answers.keySet();
        }
    }

    /** What became different, in the order of the form. */
    public List<AnswerChange> changes(Form form) {
        return AnswerChange.between(form, before.answers(), after.answers());
    }
}
