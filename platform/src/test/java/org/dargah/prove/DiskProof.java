package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dargah.ProgramKey;
import org.dargah.Visitor;
import org.junit.jupiter.api.Test;

/**
 * The disk with the data fills up for real while programs of an organisation ask registries: first
 * until the program itself stops taking evidence, then to the last byte, at last so that the
 * database falls down over it. Whoever has a whole answer, its record stands; everybody else was
 * refused in the exchange's own words; with room again all goes on without anybody's help.
 */
class DiskProof {

    static final int PORT = 18_085;
    private static final String HOME = "http://127.0.0.1:" + PORT;
    private static final int MEGA = 1_000_000;
    private static final long LARGEST_DISK = 2_000L * MEGA;

    /** Below the reserve of the evidence (dargah.evidence.room), far above nothing. */
    private static final long NEARLY = 100L * MEGA;

    private final Path disk = smallDisk();
    private final Path data = disk.resolve("data");
    private final Ballast ballast;

    DiskProof() throws IOException {
        ballast = new Ballast(disk.resolve("ballast"), Files.getFileStore(disk));
    }

    /** Never the machine's own: filling that would be felt by everybody. */
    private static Path smallDisk() {
        String named = System.getProperty("disk", "");
        assertThat(named)
                .as("a folder on a small disk of its own: use ./dargah prove disk")
                .isNotEmpty();
        Path disk = Path.of(named);
        assertThat(disk.toFile().getTotalSpace())
                .as("the size of the disk of %s", disk)
                .isBetween(1L, LARGEST_DISK);
        return disk;
    }

    @Test
    void aFullDiskIsRefusedInWordsAndNothingIsAnsweredWithoutEvidence() throws Exception {
        Files.createDirectories(data);
        Path heard = Path.of("target", "prove-disk-" + ProcessHandle.current().pid() + ".txt");
        Running program = Running.start(data, PORT);
        try (var acknowledged = new Acknowledged(heard)) {
            FullDisk full = around(program, acknowledged);
            full.fill("nearly full", () -> ballast.leave(NEARLY));
            full.fill("full", () -> ballast.leave(0));
            full.fill("full, the database fallen", full::fell);
            assertThat(Files.readString(data.resolve("out.log")))
                    .contains("The database has ended by itself", "The database runs again");
        } finally {
            ballast.drop();
            program.stop();
            Files.deleteIfExists(heard);
        }
    }

    private FullDisk around(Running program, Acknowledged acknowledged) throws Exception {
        var administrator = new Visitor(PORT);
        administrator.signInAtWork("administrator", Admission.password(data));
        var auditor = new Auditor(HOME, data, Path.of("target").toAbsolutePath());
        var organisation = new Admission(data, PORT).admit(ProgramKey.ec());
        var receipts =
                new Receipts(
                        Inquirer.signIn(organisation, PORT),
                        organisation.id(),
                        auditor.key(),
                        data,
                        Receipts.saidByRegistry(program.sandbox()));
        return new FullDisk(
                program, ballast, administrator, organisation, acknowledged, receipts, auditor);
    }
}
