package org.dargah.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTheSigningKeyTest {

    @TempDir Path folder;

    private Keys open(boolean issuedBefore) {
        return Keys.open(folder.resolve("keys"), Clock.systemUTC(), () -> issuedBefore);
    }

    private Path file(String name) {
        return folder.resolve("keys").resolve(name);
    }

    @Test
    void itSurvivesARestart() {
        Keys first = open(false);
        Keys second = open(true);
        assertThat(second.chain()).isEqualTo(first.chain());
        assertThat(second.privateKey()).isEqualTo(first.privateKey());
        assertThat(first.chain()).hasSize(2);
    }

    @Test
    void theSigningCertificateIsUnderTheRoot() throws Exception {
        Keys keys = open(false);
        keys.chain().getFirst().verify(keys.chain().getLast().getPublicKey());
        assertThat(keys.chain().getLast().getBasicConstraints()).isNotNegative();
        assertThat(keys.chain().getFirst().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        open(false);
        for (String name : new String[] {"signing.p12", "signing.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void onceDocumentsWereIssuedALostKeyIsNotReplaced() throws IOException {
        open(false);
        Files.delete(file("signing.p12"));
        assertThatThrownBy(() -> open(true))
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("signing.p12 is missing");
        assertThat(file("signing.p12")).doesNotExist();
    }

    @Test
    void whoeverStartsItIsToldWhatToDo() {
        assertThat(new KeysLost.Told().analyze(new KeysLost("It is missing.")))
                .satisfies(
                        told -> {
                            assertThat(told.getDescription()).isEqualTo("It is missing.");
                            assertThat(told.getAction()).contains("backup");
                        });
    }

    @Test
    void aDamagedKeystoreStopsTheStart() throws IOException {
        open(false);
        byte[] bytes = Files.readAllBytes(file("signing.p12"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file("signing.p12"), bytes);
        assertThatThrownBy(() -> open(false))
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("cannot be opened");
        assertThat(Files.readAllBytes(file("signing.p12"))).isEqualTo(bytes);
    }

    @Test
    void aLostPasswordStopsTheStart() throws IOException {
        open(false);
        Files.delete(file("signing.password"));
        assertThatThrownBy(() -> open(false)).hasMessageContaining("signing.password");
    }
}
