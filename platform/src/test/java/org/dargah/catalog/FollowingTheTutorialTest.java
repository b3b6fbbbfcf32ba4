package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.dargah.Tutorial;
import org.dargah.catalog.internal.Pack;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.junit.jupiter.api.Test;

/** Whoever copies the tutorial has a good pack. */
class FollowingTheTutorialTest {

    @Test
    void thePackOfTheTutorialHasNoProblem() throws Exception {
        var pack =
                new Pack(
                        new AgencyCode(Tutorial.AGENCY),
                        new ServiceCode(Tutorial.SERVICE),
                        Tutorial.files());

        assertThat(pack.files()).hasSize(9);
        assertThat(PacksOfTheHouse.problems(pack)).isEmpty();
    }
}
