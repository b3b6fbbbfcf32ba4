package org.dargah.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes are those that other programs write and read. */
class SigningNotesTest {

    /** The key and the note that the documentation of Go's sumdb/note shows. */
    private static final String PETER =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final String TEXT =
            "dargah/IR-08/evidence\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    @Test
    void aNoteOfAnotherProgramIsRead() {
        VerifierKey peter = VerifierKey.parse(PETER).orElseThrow();
        SignedNote note = SignedNote.parse(NOTE).orElseThrow();

        assertThat(peter.text()).isEqualTo(PETER);
        assertThat(note.isSignedBy(peter)).isTrue();
        assertThat(note).hasToString(NOTE);
        assertThat(
                        SignedNote.parse(NOTE.replace("answer", "anwser"))
                                .orElseThrow()
                                .isSignedBy(peter))
                .isFalse();
    }

    @Test
    void aKeyIsKeptForItsOwnerAloneAndSignsTheSame(@TempDir Path folder) throws IOException {
        SigningKey key = SigningKey.make("dargah/IR-08/evidence", KeyType.NOTE);
        Path file = folder.resolve("log.key");
        key.keep(file);

        SigningKey read = SigningKey.read(file);
        assertThat(read.verifier()).isEqualTo(key.verifier());
        assertThat(read.sign(TEXT, Instant.EPOCH).line())
                .isEqualTo(key.sign(TEXT, Instant.EPOCH).line());
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aCosignatureSpeaksOfItsTime() {
        SigningKey witness = SigningKey.make("witness.example/w1", KeyType.COSIGNATURE);
        SigningKey log = SigningKey.make("dargah/IR-08/evidence", KeyType.NOTE);
        SignedNote note =
                new SignedNote(TEXT, List.of(log.sign(TEXT, Instant.EPOCH)))
                        .with(witness.sign(TEXT, Instant.ofEpochSecond(1_679_315_147)));

        SignedNote read = SignedNote.parse(note.toString()).orElseThrow();
        assertThat(read.isSignedBy(log.verifier())).isTrue();
        assertThat(read.isSignedBy(witness.verifier())).isTrue();
        assertThat(Checkpoint.parse(read.text()).orElseThrow().text()).isEqualTo(TEXT);
    }

    @Test
    void whatIsNoNoteIsNone() {
        for (String wrong :
                List.of(
                        "",
                        "text\n",
                        "text\n\n",
                        "text\n\n- name AAAAAAA=\n",
                        "text\n\n— name\n",
                        "text\n\n— na+me AAAAAAAA\n",
                        "te\txt\n\n— name AAAAAAAA\n",
                        "text\n\n— name AAAAAAAA")) {
            assertThat(SignedNote.parse(wrong)).as(wrong).isEmpty();
        }
        for (String wrong : List.of("a\n1\n", "a\n01\nx\n", "a\n-1\n" + "A".repeat(43) + "=\n")) {
            assertThat(Checkpoint.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
