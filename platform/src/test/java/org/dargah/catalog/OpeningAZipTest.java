package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.dargah.catalog.internal.PackZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agencies upload what they like; a zip with anything wrong in it is refused whole. */
class OpeningAZipTest {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    private final Map<String, String> pack =
            new TreeMap<>(PacksOfTheHouse.files("asnaf/business-licence"));

    @Test
    void aZipOfThePackIsOpened() throws IOException {
        assertThat(files(zip(pack))).isEqualTo(pack);
    }

    @Test
    void theFolderItselfMayBeInTheZip() throws IOException {
        var inside = new TreeMap<String, String>();
        pack.forEach((path, text) -> inside.put("business-licence/" + path, text));
        assertThat(files(zip(inside))).isEqualTo(pack);
    }

    @ParameterizedTest
    @CsvSource({
        "../service.yaml, lead out",
        "output/../../evil.xhtml, lead out",
        "/etc/passwd, begins inside",
        "C:/windows/win.ini, begins inside",
        "output\\evil.xhtml, not with",
        "output/logo.png, does not hold",
        "script.js, does not hold",
        "inner.zip, zip inside",
        "examples/more.zip, zip inside",
        "output/deeper/than/that.xhtml, does not hold"
    })
    void aPathThatLeadsElsewhereIsNamedAndNothingIsKept(String path, String what)
            throws IOException {
        pack.put(path, "x");
        assertThat(problems(zip(pack)))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.what()).contains(what);
                            assertThat(problem.file()).contains(path.substring(path.length() - 4));
                        });
    }

    @Test
    void aLinkIsRefused() throws IOException {
        byte[] zip =
                archive(
                        out -> {
                            var link = new ZipArchiveEntry("output/certificate.xhtml");
                            link.setUnixMode(0120777);
                            out.putArchiveEntry(link);
                            out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
                            out.closeArchiveEntry();
                        });
        assertThat(problems(zip)).extracting(Problem::what).contains("a pack may not hold links");
    }

    @Test
    void oneNameTwiceIsRefusedAlsoInOtherLetters() throws IOException {
        byte[] zip =
                archive(
                        out -> {
                            for (String name : List.of("service.yaml", "service.yaml")) {
                                out.putArchiveEntry(new ZipArchiveEntry(name));
                                out.write('x');
                                out.closeArchiveEntry();
                            }
                        });
        assertThat(problems(zip))
                .extracting(Problem::what)
                .contains("this file is in the zip twice");
    }

    @Test
    void tooManyEntriesAreNotEvenRead() throws IOException {
        for (int i = 0; i < 200; i++) {
            pack.put("examples/e" + i + ".yaml", "persona: x");
        }
        assertThat(problems(zip(pack)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("120 entries"));
    }

    @Test
    void aGigabyteOfZerosIsReadNoFurtherThanTheLimit() throws IOException {
        byte[] zip =
                archive(
                        out -> {
                            out.putArchiveEntry(new ZipArchiveEntry("service.yaml"));
                            byte[] zeros = new byte[1024 * 1024];
                            for (long sent = 0; sent < GIGABYTE; sent += zeros.length) {
                                out.write(zeros);
                            }
                            out.closeArchiveEntry();
                        });
        assertThat(zip).hasSizeLessThan(2 * 1024 * 1024);
        System.gc();
        long before = used();
        long began = System.nanoTime();
        assertThat(problems(zip)).extracting(Problem::what).contains("larger than 512 KiB");
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
        assertThat(used() - before).isLessThan(64L * 1024 * 1024);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void manyFilesThatAreLargeTogetherAreRefused() throws IOException {
        String large = "a".repeat(400 * 1024);
        for (int i = 0; i < 20; i++) {
            pack.put("examples/e" + i + ".yaml", large);
        }
        assertThat(problems(zip(pack)))
                .extracting(Problem::what)
                .containsExactly("more than 4096 KiB come out of this zip");
    }

    @Test
    void aZipThatIsTooLargeItselfIsNotOpened() {
        assertThat(problems(new byte[PackZip.LARGEST_ZIP + 1]))
                .extracting(Problem::what)
                .containsExactly("larger than 2048 KiB");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        byte[] windows =
                archive(
                        out -> {
                            out.putArchiveEntry(new ZipArchiveEntry("service.yaml"));
                            out.write("title: پروانه".getBytes(Charset.forName("windows-1256")));
                            out.closeArchiveEntry();
                        });
        assertThat(problems(windows)).extracting(Problem::what).containsExactly("not UTF-8");
    }

    @Test
    void aNameThatIsNotUtf8IsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("windows-1256"))) {
            zip.putNextEntry(new ZipEntry("پروانه.yaml"));
            zip.write('x');
        }
        assertThat(problems(bytes.toByteArray()))
                .extracting(Problem::what)
                .containsExactly("the name of this file is not UTF-8");
    }

    @Test
    void whatIsNoZipIsSaidPlainly() {
        assertThat(problems("%PDF-1.7 no zip".getBytes(StandardCharsets.US_ASCII)))
                .extracting(Problem::what)
                .containsExactly("this is not a zip file, or it is damaged");
        assertThat(problems(new byte[0])).hasSize(1);
    }

    @Test
    void aZipThatWasCutOffIsRefused() throws IOException {
        byte[] whole = zip(pack);
        for (int length = 0; length < whole.length; length += 97) {
            assertThat(PackZip.read(java.util.Arrays.copyOf(whole, length)))
                    .isInstanceOf(Unpacked.Refused.class);
        }
    }

    private static List<Problem> problems(byte[] zip) {
        return switch (PackZip.read(zip)) {
            case Unpacked.Refused(List<Problem> problems) -> problems;
            case Unpacked.Files files -> throw new AssertionError(files.files().keySet());
        };
    }

    private static Map<String, String> files(byte[] zip) {
        return switch (PackZip.read(zip)) {
            case Unpacked.Files(var files) -> files;
            case Unpacked.Refused(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    /** By the JDK, which writes names as they are. */
    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private interface Filling {
        void fill(ZipArchiveOutputStream out) throws IOException;
    }

    private static byte[] archive(Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipArchiveOutputStream(bytes)) {
            filling.fill(out);
        }
        return bytes.toByteArray();
    }
}
