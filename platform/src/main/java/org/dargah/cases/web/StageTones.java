package org.dargah.cases.web;

import org.dargah.cases.Stage;
import org.dargah.ui.Tone;

/** The colour beside each stage's word. */
final class StageTones {

    private StageTones() {}

    static Tone of(Stage stage) {
        return switch (stage) {
            case DRAFT, WITHDRAWN -> Tone.PLAIN;
            case SUBMITTED, REVIEWING -> Tone.INFO;
            case AWAITING_SIGNATURES, AWAITING_PAYMENT, AWAITING_APPLICANT, AWAITING_REGISTRY ->
                    Tone.WARN;
            case APPROVED -> Tone.OK;
            case REFUSED -> Tone.ERR;
        };
    }
}
