package org.dargah.exchange;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.exchange.internal.Declaration;
import org.dargah.exchange.internal.Declarations;
import org.dargah.exchange.internal.GroupTable;
import org.dargah.exchange.internal.RightTable;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.RightId;
import org.dargah.kernel.Tehran;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What programs may ask: granting it, showing it to whom it belongs, taking it back. */
@Component
public final class Rights {

    private final RightTable table;
    private final GroupTable groups;
    private final Declarations declarations;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Rights(
            RightTable table,
            GroupTable groups,
            Declarations declarations,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.groups = groups;
        this.declarations = declarations;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be granted. */
    public record Wanted(
            String client,
            AgencyCode agency,
            String registry,
            Purpose purpose,
            Manner manner,
            List<String> fields,
            Bounds bounds) {

        public Wanted {
            fields = List.copyOf(fields);
        }
    }

    /** How granting ended. */
    public sealed interface Grant {

        record Granted(AccessRight right) implements Grant {}

        /** One for the same program, registry and purpose is in force: revoke it first. */
        record Held() implements Grant {}

        /** The registry is not declared, or does not give these fields for this purpose. */
        record NotOffered() implements Grant {}
    }

    /** The purposes for which a registry may be asked at all, with the fields for each. */
    public Map<String, List<String>> offered(String registry) {
        return declarations.find(registry).map(Declaration::purposes).orElse(Map.of());
    }

    /**
     * @param by who grants it, for the act; its office, or else the one that answers for the
     *     program
     */
    public Grant grant(Wanted wanted, Entry by) {
        List<String> offered = offered(wanted.registry()).get(wanted.purpose().code());
        if (offered == null || wanted.fields().isEmpty() || !offered.containsAll(wanted.fields())) {
            return new Grant.NotOffered();
        }
        var right =
                new AccessRight(
                        RightId.next(clock),
                        wanted.client(),
                        wanted.agency(),
                        wanted.registry(),
                        wanted.purpose(),
                        wanted.manner(),
                        wanted.fields(),
                        wanted.bounds(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean kept =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    boolean fresh = table.insert(right);
                                    if (fresh) {
                                        acts.record(Act.ACCESS_RIGHT_GRANTED, about(right, by));
                                    }
                                    return fresh;
                                }));
        forget(right);
        return kept ? new Grant.Granted(right) : new Grant.Held();
    }

    /** From here the program is refused. False if there is no such right in force. */
    public boolean revoke(RightId id, Entry by) {
        Optional<AccessRight> revoked =
                Objects.requireNonNull(transaction.execute(status -> revokeInForce(id, by)));
        revoked.ifPresent(this::forget);
        return revoked.isPresent();
    }

    /** Once it is committed, also when somebody else's transaction holds it. */
    private void forget(AccessRight right) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            table.forget(right.client());
                        }
                    });
        } else {
            table.forget(right.client());
        }
    }

    private Optional<AccessRight> revokeInForce(RightId id, Entry by) {
        Optional<AccessRight> revoked =
                table.find(id).filter(right -> table.revoke(id, clock.instant()));
        revoked.ifPresent(right -> acts.record(Act.ACCESS_RIGHT_REVOKED, about(right, by)));
        return revoked;
    }

    public Optional<AccessRight> find(RightId id) {
        return table.find(id);
    }

    /** Those in force, expired ones included, in the order of registry and purpose. */
    public List<AccessRight> ofClient(String client) {
        return table.ofClient(client);
    }

    /** Those by which a program may ask today: its own, its body's, then those of groups. */
    public List<AccessRight> usableBy(String client, AgencyCode agency) {
        return groups.holders(client, agency, Tehran.today(clock)).stream()
                .flatMap(holder -> table.ofClient(holder).stream())
                .toList();
    }

    private static Entry about(AccessRight right, Entry by) {
        Entry at = by.office() == null ? by.at(right.agency()) : by;
        return at.with("client", right.client())
                .with("registry", right.registry())
                .with("purpose", right.purpose().code())
                .with("right", right.id().toString());
    }
}
