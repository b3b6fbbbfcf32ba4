package org.dargah.inquiries.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Question;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A question as a program sends it.
 *
 * @param registry such as {@code civil/person@1}
 * @param purpose of the register of purposes
 * @param keys whom or what it is about, such as {@code nationalId}
 * @param fields wanted; left out when only a match is
 * @param match what somebody claims, by the names of fields
 * @param issue the organisation's own file, if any
 * @param user for whom the program asks, if a right wants to know
 * @param party on whose behalf, if not for the organisation itself, such as {@code COM/1234}
 */
record NewInquiry(
        @Nullable String registry,
        @Nullable String purpose,
        @Nullable Map<String, @Nullable String> keys,
        @Nullable List<@Nullable String> fields,
        @Nullable Map<String, @Nullable String> match,
        @Nullable String issue,
        @Nullable User user,
        @Nullable String party) {

    private static final int LONGEST = 200;

    /** The person at the keyboard of the program. */
    record User(@Nullable String id, @Nullable String role) {

        @Override
        public String toString() {
            return "User[" + role + "]";
        }
    }

    /** Keys and claims are personal data. */
    @Override
    public String toString() {
        return "NewInquiry[" + registry + " for " + purpose + "]";
    }

    /** A question that can be put. */
    record Checked(
            Question question,
            Purpose purpose,
            Map<String, String> claims,
            @Nullable String issue,
            @Nullable User user,
            @Nullable String party) {

        Organisation organisation(InquiryId inquiry, String client) {
            return new Organisation(
                    inquiry,
                    client,
                    claims.isEmpty() ? Manner.FIELDS : Manner.MATCH,
                    null,
                    issue,
                    user == null ? null : user.id(),
                    user == null ? null : user.role(),
                    party);
        }

        @Override
        public String toString() {
            return "Checked[" + question + "]";
        }
    }

    /** One part that is missing or wrong. */
    private record Wrong(String pointer, String en) {}

    Checked check() {
        Map<String, String> about = whole(keys);
        Map<String, String> claims = whole(match);
        List<String> wanted =
                fields == null ? List.of() : fields.stream().flatMap(Stream::ofNullable).toList();
        var wrong = new ArrayList<Wrong>();
        if (registry == null || registry.length() > LONGEST) {
            wrong.add(new Wrong("/registry", "Name a registry, such as civil/person@1"));
        }
        if (purpose == null || Purpose.parse(purpose).isEmpty()) {
            wrong.add(new Wrong("/purpose", "Name a purpose of the register of purposes"));
        }
        if (about.isEmpty()) {
            wrong.add(new Wrong("/keys", "Say whom or what the question is about"));
        }
        if (wanted.isEmpty() == claims.isEmpty()) {
            wrong.add(new Wrong("/fields", "Ask either for fields or for a match"));
        }
        if (issue != null && issue.length() > LONGEST) {
            wrong.add(new Wrong("/issue", "At most " + LONGEST + " signs"));
        }
        if (party != null && (party.isBlank() || party.length() > LONGEST)) {
            wrong.add(new Wrong("/party", "Name the party, such as COM/1234"));
        }
        if (!wrong.isEmpty() || registry == null || purpose == null) {
            throw invalid(wrong);
        }
        return new Checked(
                new Question(
                        registry, about, claims.isEmpty() ? wanted : List.copyOf(claims.keySet())),
                new Purpose(purpose),
                claims,
                issue,
                user,
                party);
    }

    private static Map<String, String> whole(@Nullable Map<String, @Nullable String> said) {
        var whole = new TreeMap<String, String>();
        if (said != null) {
            said.forEach(
                    (name, value) -> {
                        if (value != null) {
                            whole.put(name, value);
                        }
                    });
        }
        return whole;
    }

    private static RuntimeException invalid(List<Wrong> wrong) {
        ProblemDetail problem =
                Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid",
                        "Some parts of the question are missing or wrong; errors names each.");
        problem.setProperty("errors", wrong);
        return Problem.refusal(problem);
    }
}
