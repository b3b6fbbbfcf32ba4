package org.dargah.evidence.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dargah.evidence.note.KeyType;
import org.dargah.evidence.note.SigningKey;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.kernel.Uuid7;

/** {@code ./dargah witness}: a process of its own, best on somebody else's machine. */
public final class WitnessProgram {

    private static final int MISUNDERSTOOD = 2;

    private final Path folder;

    private WitnessProgram(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of("witness");
        int port = 8090;
        var logs = new ArrayList<String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--data" -> folder = Path.of(arguments[i + 1]);
                case "--port" -> port = Integer.parseInt(arguments[i + 1]);
                case "--log" -> logs.add(arguments[i + 1]);
                default -> end("Unknown option " + arguments[i]);
            }
        }
        if (arguments.length % 2 != 0) {
            end("Known: --data FOLDER, --port N, --log VERIFIER-KEY (again for another log).");
        }
        new WitnessProgram(Files.createDirectories(folder).toRealPath()).run(port, logs);
    }

    private static void end(String sentence) {
        IO.println(sentence);
        System.exit(MISUNDERSTOOD);
    }

    @SuppressWarnings("resource") // lock and server live as long as the process
    private void run(int port, List<String> more) throws IOException {
        FileChannel lock =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            end("Another witness runs on " + folder + ": two of them could sign two pasts.");
        }
        SigningKey key = key();
        List<VerifierKey> logs = logs(more);
        WitnessServer server =
                WitnessServer.start(new Witness(folder, key, logs, Clock.systemUTC()), port);
        IO.println("The witness listens at http://127.0.0.1:" + server.port() + "/");
        logs.forEach(log -> IO.println("It cosigns " + log.name()));
        if (logs.isEmpty()) {
            IO.println("It knows no log yet: give it one with --log VERIFIER-KEY.");
        }
        IO.println("Its key: " + key.verifier().text());
        IO.println("So that the program asks it, start the program with");
        IO.println("  DARGAH_EVIDENCE_WITNESSES_0_URL=http://127.0.0.1:" + server.port());
        IO.println("  DARGAH_EVIDENCE_WITNESSES_0_KEY=" + key.verifier().text());
    }

    private SigningKey key() throws IOException {
        Path file = folder.resolve("witness.key");
        if (Files.notExists(file)) {
            String some =
                    HexFormat.of()
                            .toHexDigits(Uuid7.next(Clock.systemUTC()).getLeastSignificantBits());
            SigningKey.make("dargah-witness-" + some.substring(8), KeyType.COSIGNATURE).keep(file);
        }
        return SigningKey.read(file);
    }

    /** Those known before and those named now, one a line. */
    private List<VerifierKey> logs(List<String> more) throws IOException {
        Path file = folder.resolve("logs");
        var all = new ArrayList<VerifierKey>();
        var texts = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        texts.addAll(more);
        for (String text : texts.stream().map(String::strip).distinct().toList()) {
            VerifierKey.parse(text)
                    .filter(key -> key.type() == KeyType.NOTE)
                    .ifPresentOrElse(all::add, () -> end("This is no log's key: " + text));
        }
        Files.write(file, all.stream().map(VerifierKey::text).toList());
        return all;
    }
}
