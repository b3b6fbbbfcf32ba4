package org.dargah.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dargah.identity.KeysetLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingADocumentTest {

    private static final String JSON = "{\"nationalId\":\"9990005011\"}";

    @TempDir Path folder;

    @Test
    void whatIsSealedOpensInItsOwnPlaceAndTellsNothing() {
        Seal seal = new Seal(folder, () -> false);
        String sealed = seal.seal(JSON, "one");

        assertThat(sealed).doesNotContain("9990005011").startsWith("{\"$sealed\":");
        assertThat(seal.open(sealed, "one")).isEqualTo(JSON);
        assertThat(seal.open(sealed.replace(":\"", ": \""), "one")).isEqualTo(JSON);
        assertThat(seal.seal(JSON, "one")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seal.open(sealed, "another"))
                .hasMessageContaining("does not open");
    }

    @Test
    void whatWasNeverSealedIsReadAsItStands() {
        Seal seal = new Seal(folder, () -> false);

        assertThat(seal.open(JSON, "one")).isEqualTo(JSON);
        assertThat(seal.open("[1]", "one")).isEqualTo("[1]");
    }

    @Test
    void theKeysAreMadeOnceForTheProgramAlone() throws Exception {
        String sealed = new Seal(folder, () -> false).seal(JSON, "one");

        assertThat(new Seal(folder, () -> true).open(sealed, "one")).isEqualTo(JSON);
        assertThat(Files.getPosixFilePermissions(folder.resolve("cases-seal.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void lostKeysAreToldAndNeverMadeAnew() {
        assertThatThrownBy(() -> new Seal(folder, () -> true))
                .isInstanceOf(KeysetLost.class)
                .hasMessageContaining("cases-seal.json");
        assertThat(folder).isEmptyDirectory();
    }
}
