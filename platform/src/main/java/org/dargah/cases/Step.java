package org.dargah.cases;

import static org.dargah.cases.Stage.APPROVED;
import static org.dargah.cases.Stage.AWAITING_APPLICANT;
import static org.dargah.cases.Stage.AWAITING_PAYMENT;
import static org.dargah.cases.Stage.AWAITING_REGISTRY;
import static org.dargah.cases.Stage.AWAITING_SIGNATURES;
import static org.dargah.cases.Stage.DRAFT;
import static org.dargah.cases.Stage.REFUSED;
import static org.dargah.cases.Stage.REVIEWING;
import static org.dargah.cases.Stage.SUBMITTED;
import static org.dargah.cases.Stage.WITHDRAWN;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dargah.acts.Act;
import org.jspecify.annotations.Nullable;

/** The life of a case: every edge there is, each naming its act. What is not here cannot happen. */
public enum Step {
    ASK_SIGNATURES(EnumSet.of(DRAFT), AWAITING_SIGNATURES, Act.SIGNATURE_ASKED),
    TAKE_SIGNATURES_BACK(EnumSet.of(AWAITING_SIGNATURES), DRAFT, Act.SIGNATURES_TAKEN_BACK),
    REFUSE_SIGNATURE(EnumSet.of(AWAITING_SIGNATURES), DRAFT, Act.SIGNATURE_REFUSED),
    MISS_SIGNATURES(EnumSet.of(AWAITING_SIGNATURES), DRAFT, Act.SIGNATURES_LATE),
    ASK_PAYMENT(EnumSet.of(DRAFT, AWAITING_SIGNATURES, AWAITING_PAYMENT), AWAITING_PAYMENT, null),
    PAYMENT_FAILED(EnumSet.of(AWAITING_PAYMENT), DRAFT, null),
    SUBMIT(EnumSet.of(DRAFT, AWAITING_SIGNATURES, AWAITING_PAYMENT), SUBMITTED, Act.CASE_SUBMITTED),
    TAKE_UP(EnumSet.of(SUBMITTED), REVIEWING, Act.CASE_QUEUED),
    MISS_REGISTRY(EnumSet.of(SUBMITTED, REVIEWING), AWAITING_REGISTRY, Act.CASE_WAITS_FOR_REGISTRY),
    HEAR_REGISTRY(EnumSet.of(AWAITING_REGISTRY), REVIEWING, Act.CASE_RESUMED),
    ASK_CORRECTION(EnumSet.of(REVIEWING), AWAITING_APPLICANT, Act.CORRECTION_REQUESTED),
    ASK_FEE(EnumSet.of(SUBMITTED, REVIEWING), AWAITING_APPLICANT, Act.FEE_ASKED),
    FEE_PAID(EnumSet.of(AWAITING_APPLICANT), REVIEWING, null),
    SEND_CORRECTION(EnumSet.of(AWAITING_APPLICANT), REVIEWING, Act.CORRECTION_SENT),
    APPROVE(EnumSet.of(REVIEWING), APPROVED, Act.CASE_APPROVED),
    REFUSE(EnumSet.of(REVIEWING), REFUSED, Act.CASE_REFUSED),
    WITHDRAW(
            EnumSet.of(DRAFT, SUBMITTED, REVIEWING, AWAITING_APPLICANT, AWAITING_REGISTRY),
            WITHDRAWN,
            Act.CASE_WITHDRAWN);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final Set<Stage> from;

    private final Stage to;
    private final @Nullable Act act;

    Step(Set<Stage> from, Stage to, @Nullable Act act) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.act = act;
    }

    public boolean isPossibleFrom(Stage stage) {
        return from.contains(stage);
    }

    public Stage to() {
        return to;
    }

    /** None for the steps of money, whose acts the payments record. */
    public Optional<Act> act() {
        return Optional.ofNullable(act);
    }
}
