package org.dargah.cases;

import java.net.URI;
import java.util.List;
import org.dargah.catalog.FieldProblem;

/** What came of handing in an application. */
public sealed interface Submission {

    /** It is with the agency; asking again answers the same. */
    record Submitted(CaseFile file) implements Submission {}

    /** Those who ask together with the applicant are to confirm first. */
    record SignaturesDue(CaseFile file) implements Submission {}

    /** The fee is to be paid first, at this address of the payment provider. */
    record PaymentDue(CaseFile file, URI provider) implements Submission {}

    /** The payment provider does not answer; nothing is lost, try again. */
    record PaymentClosed(CaseFile file) implements Submission {}

    /** Some answers are missing or wrong. */
    record Incomplete(CaseFile file, List<FieldProblem> problems) implements Submission {

        public Incomplete {
            problems = List.copyOf(problems);
        }
    }

    /** The document that it was to renew can no longer be renewed. */
    record NotRenewable(CaseFile file, Renewable.Standing standing) implements Submission {}

    /** The agency has retired the service since the draft was begun. */
    record NotOffered(CaseFile file) implements Submission {}

    /** The application was withdrawn meanwhile. */
    record Withdrawn(CaseFile file) implements Submission {}
}
