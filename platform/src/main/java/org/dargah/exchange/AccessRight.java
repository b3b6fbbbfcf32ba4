package org.dargah.exchange;

import java.time.Instant;
import java.util.List;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.RightId;

/**
 * What one program may ask one registry for one purpose. There is at most one in force for the
 * three together, so a refusal can always say which right it went by.
 *
 * @param client the program; or the {@link WholeBody} each of whose programs, or the group each of
 *     whose members, may ask by it, within the bounds by itself
 * @param agency the body that answers for it
 * @param fields what may be asked or, with {@link Manner#MATCH}, compared
 */
public record AccessRight(
        RightId id,
        String client,
        AgencyCode agency,
        String registry,
        Purpose purpose,
        Manner manner,
        List<String> fields,
        Bounds bounds,
        Instant grantedAt) {

    public AccessRight {
        fields = List.copyOf(fields);
    }

    /** What it was granted as. */
    public Rights.Wanted terms() {
        return new Rights.Wanted(client, agency, registry, purpose, manner, fields, bounds);
    }

    /** True when it is a group's or a whole body's. */
    public boolean isShared() {
        return Group.isCode(client) || WholeBody.is(client);
    }
}
