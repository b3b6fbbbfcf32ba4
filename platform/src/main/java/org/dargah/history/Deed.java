package org.dargah.history;

import java.time.Instant;

/** One thing that somebody does for a planned case, at its time. */
sealed interface Deed {

    Instant at();

    /** Hands the application in by the API, and pays its fee if it has one and is willing. */
    record Apply(Instant at, boolean pays) implements Deed {}

    /** An officer asks for a correction. */
    record AskCorrection(Instant at, String officer, String text) implements Deed {}

    /** The applicant sends it. */
    record Correct(Instant at, String text) implements Deed {}

    /** An officer approves. */
    record Approve(Instant at, String officer) implements Deed {}

    /** An officer refuses by a numbered condition. */
    record Refuse(Instant at, String officer, int condition, String text) implements Deed {}

    /** The applicant takes the application back. */
    record Withdraw(Instant at) implements Deed {}

    /** The applicant says how it was. */
    record Rate(Instant at, int score, String word) implements Deed {}
}
