package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable.Kept;
import org.junit.jupiter.api.Test;

/** An approver sees each change in who takes part and what is paid on the way. */
class SeeingWhoTakesPartTest {

    @Test
    void silenceThatNowAgreesAndAnotherAgencyAreSeen() {
        String pack = "agriculture/land-use-change";
        assertThat(changed(pack, "silence: waits", "silence: agrees")).containsExactly("opinion");
        assertThat(changed(pack, "agency: regional-water", "agency: environment"))
                .containsExactly("opinion");
    }

    @Test
    void aLaterFeeThatIsComputedOtherwiseIsSeen() {
        assertThat(changed("land-deeds/company-founding", "noticeFee", "fees"))
                .containsExactly("laterFee");
    }

    @Test
    void whatARenewalCarriesOverIsSeen() {
        assertThat(
                        changed(
                                "asnaf/business-licence-renewal",
                                "title: نام واحد}",
                                "title: نام مغازه}"))
                .containsExactly("renewal");
    }

    private static List<String> changed(String name, String from, String to) {
        Pack pack = PacksOfTheHouse.pack(name);
        var files = new TreeMap<>(pack.files());
        assertThat(pack.file(Pack.CARD)).contains(from);
        files.put(Pack.CARD, pack.file(Pack.CARD).replace(from, to));
        var second = new Pack(pack.agency(), pack.code(), files);
        return Differences.between(
                        PacksOfTheHouse.service(name),
                        Packs.service(new Kept(second.version(), 2, PacksOfTheHouse.NOW, second)))
                .stream()
                .map(Difference::what)
                .toList();
    }
}
