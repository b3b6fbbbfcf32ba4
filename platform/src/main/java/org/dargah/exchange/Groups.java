package org.dargah.exchange;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.exchange.internal.GroupTable;
import org.dargah.kernel.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups of programs: making one, and who joins and leaves it when. */
@Component
public final class Groups {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;

    private final GroupTable table;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Groups(GroupTable table, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Empty when a group of this title is there.
     *
     * @param by who makes it, for the act
     */
    public Optional<Group> make(String title, Entry by) {
        var group =
                new Group(
                        Group.PREFIX + code(),
                        title,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            if (!table.insert(group)) {
                                return Optional.empty();
                            }
                            acts.record(Act.GROUP_MADE, by.with("group", group.code()));
                            return Optional.of(group);
                        }));
    }

    private String code() {
        return random.ints(LENGTH, 0, SIGNS.length())
                .collect(
                        StringBuilder::new,
                        (text, sign) -> text.append(SIGNS.charAt(sign)),
                        StringBuilder::append)
                .toString();
    }

    /** In the order of their titles. */
    public List<Group> all() {
        return table.all();
    }

    public Optional<Group> find(String code) {
        return table.find(code);
    }

    /** Those who belong, will belong and belonged, the newest first. */
    public List<Membership> members(String group) {
        return table.members(group);
    }

    /** From that day on; false if it is a member without an end already. */
    public boolean join(Group group, String client, LocalDate from, Entry by) {
        var membership = new Membership(Uuid7.next(clock), group, client, from, null);
        boolean fresh =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    boolean joined = table.insert(membership, clock.instant());
                                    if (joined) {
                                        acts.record(
                                                Act.GROUP_JOINED,
                                                about(membership, by)
                                                        .with("from", from.toString()));
                                    }
                                    return joined;
                                }));
        table.forget(client);
        return fresh;
    }

    /** After that day it is no member; false if it is none, or its end is set already. */
    public boolean leave(Membership membership, LocalDate last, Entry by) {
        boolean left =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    boolean ended = table.end(membership.id(), last);
                                    if (ended) {
                                        acts.record(
                                                Act.GROUP_LEFT,
                                                about(membership, by)
                                                        .with("until", last.toString()));
                                    }
                                    return ended;
                                }));
        table.forget(membership.client());
        return left;
    }

    private static Entry about(Membership membership, Entry by) {
        return by.with("group", membership.group().code()).with("client", membership.client());
    }
}
