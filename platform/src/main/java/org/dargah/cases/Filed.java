package org.dargah.cases;

/** What came of an application that a program brought whole. */
public sealed interface Filed {

    /** It was taken, now or when the same key came before; the submission tells how it stands. */
    record Taken(Submission submission) implements Filed {}

    /** The key stands for another application. */
    record KeyTaken() implements Filed {}

    /** Nothing was kept. */
    record Stopped(Stop stop) implements Filed {}

    /** Why an application is not taken. */
    enum Stop {
        NOT_BY_API("not-by-api"),
        UNKNOWN_PERSON("unknown-person"),
        BIRTH_DATE_DIFFERS("birth-date-differs"),
        DECEASED("deceased"),
        MOBILE_NOT_THEIRS("mobile-not-theirs"),
        REGISTRY_SILENT("registry-silent"),
        /** The applicant holds no such document that this service renews. */
        UNKNOWN_DOCUMENT("unknown-document");

        private final String code;

        Stop(String code) {
            this.code = code;
        }

        /** As the problem type names it. */
        public String code() {
            return code;
        }
    }
}
