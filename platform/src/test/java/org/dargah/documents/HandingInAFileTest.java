package org.dargah.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.dargah.DargahTest;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.documents.internal.Sweep;
import org.dargah.kernel.DocumentId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DargahTest
class HandingInAFileTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946");
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXE = "MZ\u0090 not a PDF".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired Documents documents;
    @Autowired DocumentsSettings settings;
    @Autowired Sweep sweep;
    @Autowired Acts acts;

    private final Sample sample = new Sample();

    private Storing store(String name, byte[] content) {
        return store(name, new ByteArrayInputStream(content));
    }

    private Storing store(String name, InputStream content) {
        DocumentId id = DocumentId.next(Sample.CLOCK);
        Upload upload = new Upload(Sample.KERMAN, id, sample.person, sample.caseId, name);
        return documents.store(upload, content, sample.citizen());
    }

    @Test
    void itsKindIsToldByItsContent() {
        assertThat(mediaType(store("a.png", PNG))).isEqualTo("image/png");
        assertThat(mediaType(store("a.exe", JPEG))).isEqualTo("image/jpeg");
        assertThat(mediaType(store("a", PDF))).isEqualTo("application/pdf");
    }

    private static String mediaType(Storing storing) {
        return ((Storing.Stored) storing).file().mediaType();
    }

    @Test
    void aProgramNamedPdfIsRefused() throws IOException {
        assertThat(store("مدرک.pdf", EXE)).isInstanceOf(Storing.WrongType.class);
        assertThat(documents.ofCase(Sample.KERMAN, sample.caseId)).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void twentyMegabytesAreRefused() throws IOException {
        byte[] large = new byte[20 * 1024 * 1024];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(store("large.pdf", large)).isEqualTo(new Storing.TooLarge(10_000_000));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nothingIsRefused() {
        assertThat(store("a.pdf", new byte[0])).isInstanceOf(Storing.Empty.class);
    }

    private List<Path> waiting() throws IOException {
        try (Stream<Path> drafts = Files.list(settings.folder().resolve("files/incoming"))) {
            return drafts.toList();
        }
    }

    @Test
    void openingItIsRecordedWithWhoAndWhy() throws IOException {
        StoredFile file = ((Storing.Stored) store("../../کارت ملی.png", PNG)).file();
        assertThat(file.name()).isEqualTo("کارت ملی.png");
        Opening opening = documents.open(Sample.KERMAN, file.id(), sample.officer());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        assertThat(((Opening.Opened) opening).content().getContentAsByteArray()).isEqualTo(PNG);
        assertThat(acts.about(Sample.KERMAN, sample.person, null, 10).acts())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.act()).isEqualTo(Act.FILE_OPENED);
                            assertThat(line.entry().purpose().code()).isEqualTo("decide-case");
                            assertThat(line.entry().details())
                                    .containsEntry("document", file.id().toString());
                        });
    }

    @Test
    void theSameIdTwiceIsOneFile() {
        DocumentId id = DocumentId.next(Sample.CLOCK);
        Upload upload = new Upload(Sample.KERMAN, id, sample.person, sample.caseId, "a.pdf");
        Storing first = documents.store(upload, new ByteArrayInputStream(PDF), sample.citizen());
        assertThat(documents.store(upload, new ByteArrayInputStream(PDF), sample.citizen()))
                .isEqualTo(first);
        assertThat(acts.ofCase(Sample.KERMAN, sample.caseId)).hasSize(1);
    }

    @Test
    void itCanBeTakenAwayAgain() {
        StoredFile file = ((Storing.Stored) store("a.pdf", PDF)).file();
        assertThat(documents.remove(Sample.KERMAN, file.id(), sample.citizen())).isTrue();
        assertThat(documents.remove(Sample.KERMAN, file.id(), sample.citizen())).isFalse();
        assertThat(documents.open(Sample.KERMAN, file.id(), sample.citizen()))
                .isInstanceOf(Opening.Missing.class);
    }

    @Test
    void itsBytesAreGoneADayAfterItWasTakenAway() throws IOException {
        byte[] unwanted = unique();
        byte[] wanted = unique();
        StoredFile taken = ((Storing.Stored) store("a.pdf", unwanted)).file();
        StoredFile kept = ((Storing.Stored) store("b.pdf", wanted)).file();
        documents.remove(Sample.KERMAN, taken.id(), sample.citizen());
        sweep.run();
        assertThat(bytes(unwanted)).exists();
        age(unwanted);
        age(wanted);
        sweep.run();
        assertThat(bytes(unwanted)).doesNotExist();
        assertThat(documents.open(Sample.KERMAN, kept.id(), sample.citizen()))
                .isInstanceOf(Opening.Opened.class);
    }

    private static byte[] unique() {
        return ("%PDF-1.7 " + DocumentId.next(Sample.CLOCK)).getBytes(StandardCharsets.US_ASCII);
    }

    private void age(byte[] content) throws IOException {
        Files.setLastModifiedTime(
                bytes(content), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    private Path bytes(byte[] content) {
        try {
            String name =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return settings.folder().resolve("files").resolve(name.substring(0, 2)).resolve(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
