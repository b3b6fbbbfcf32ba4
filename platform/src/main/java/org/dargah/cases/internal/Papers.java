package org.dargah.cases.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Message;
import org.dargah.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in a case beside its answers: messages, and in the end a rating. */
@Repository
public class Papers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Papers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void write(CaseFile file, Message message) {
        jdbc.sql(
                        """
                        insert into cases.message (province, id, case_id, kind, author, text, at)
                        values (:province, :id, :case, :kind, :author, :text, :at)
                        """)
                .param("province", file.province().code())
                .param("id", Uuid7.next(clock))
                .param("case", file.key())
                .param("kind", message.kind().name())
                .param("author", message.author())
                .param("text", message.text())
                .param("at", CaseTable.at(message.at()))
                .update();
    }

    /** All messages of a case, the oldest first. */
    public List<Message> messages(CaseFile file) {
        return jdbc.sql(
                        """
                        select kind, author, text, at from cases.message
                        where province = :province and case_id = :case order by id
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .query(
                        (row, number) ->
                                new Message(
                                        Message.Kind.valueOf(row.getString("kind")),
                                        row.getString("author"),
                                        row.getString("text"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public Optional<Integer> rating(CaseFile file) {
        return jdbc.sql(
                        "select score from cases.rating where province = :province and case_id ="
                                + " :case")
                .param("province", file.province().code())
                .param("case", file.key())
                .query(Integer.class)
                .optional();
    }

    /** Keeps the first rating of a case; answers false when there was one. */
    public boolean rate(CaseFile file, int score, String word) {
        return jdbc.sql(
                                """
                                insert into cases.rating (province, case_id, score, word, at)
                                values (:province, :case, :score, :word, :at) on conflict do nothing
                                """)
                        .param("province", file.province().code())
                        .param("case", file.key())
                        .param("score", score)
                        .param("word", word)
                        .param("at", CaseTable.at(clock.instant()))
                        .update()
                == 1;
    }
}
