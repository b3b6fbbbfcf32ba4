package org.dargah.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.archive.Archive;
import org.dargah.evidence.internal.Archiving;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.Durable;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./dargah evidence verify}: ends with 0 when the log is clean, 1 when something in it is
 * wrong, 2 when nobody can tell.
 */
public final class VerifyProgram {

    private static final int WRONG = 1;
    private static final int UNKNOWN = 2;

    private final List<VerifierKey> witnesses = new ArrayList<>();
    private @Nullable LogSource log;
    private @Nullable Records records;
    private @Nullable VerifierKey key;
    private @Nullable Path state;
    private @Nullable Path keys;
    private @Nullable Archive archive;
    private List<String> archived = List.of();

    public static void main(String... arguments) {
        Verdict verdict;
        try {
            var program = new VerifyProgram();
            program.understand(List.of(arguments));
            verdict = program.run();
        } catch (IOException | IllegalArgumentException e) {
            verdict = new Verdict.Unknown("Cannot verify: " + e.getMessage());
        }
        IO.println(verdict.sentence());
        System.exit(
                switch (verdict) {
                    case Verdict.Clean clean -> 0;
                    case Verdict.Wrong wrong -> WRONG;
                    case Verdict.Unknown unknown -> UNKNOWN;
                });
    }

    private void understand(List<String> arguments) throws IOException {
        var province = new Province("IR-08");
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                log = word.startsWith("http") ? new ServedLog(word) : new FolderLog(Path.of(word));
                continue;
            }
            if (++i == arguments.size()) {
                throw new IllegalArgumentException(word + " needs a value after it.");
            }
            String value = arguments.get(i);
            switch (word) {
                case "--key" -> key = key(value);
                case "--witness" -> witnesses.add(key(value));
                case "--state" -> state = Path.of(value);
                case "--province" -> province = new Province(value);
                case "--data" -> {
                    keys = Path.of(value).resolve("keys").resolve("evidence-log.key");
                    archive = new Archive(Archiving.folder(Path.of(value), province));
                    own(DatabaseLog.beside(Path.of(value), province));
                }
                case "--archive" -> archive = new Archive(Path.of(value));
                case "--db" -> own(ownDatabase(value, province));
                default -> throw new IllegalArgumentException("Unknown option " + word + ".");
            }
        }
    }

    private void own(DatabaseLog database) {
        log = database;
        records = database;
        archived = database.archived();
    }

    private static DatabaseLog ownDatabase(String url, Province province) {
        String user = System.getenv("DARGAH_DB_USER");
        String password = System.getenv("DARGAH_DB_PASSWORD");
        if (user == null || password == null) {
            throw new IllegalArgumentException(
                    "--db needs DARGAH_DB_USER and DARGAH_DB_PASSWORD in the environment.");
        }
        return DatabaseLog.at(url, user, password, province);
    }

    private static VerifierKey key(String text) {
        return VerifierKey.parse(text.strip())
                .orElseThrow(() -> new IllegalArgumentException("This is no key: " + text));
    }

    private Verdict run() throws IOException {
        LogSource source = log;
        if (source == null) {
            throw new IllegalArgumentException("Which log? Give an address, a folder or --data.");
        }
        SignedNote before = before();
        VerifierKey trusted = key;
        if (trusted == null) {
            trusted = ownKey(source);
        }
        Verdict verdict = new Verifier(source, trusted, witnesses, before, records).verify();
        if (verdict instanceof Verdict.Clean clean && archive != null) {
            verdict = check(archive, source, clean);
        }
        if (verdict instanceof Verdict.Clean clean && state != null) {
            Durable.replace(state.toAbsolutePath(), clean.note().toString());
        }
        return verdict;
    }

    private Verdict check(Archive months, LogSource source, Verdict.Clean clean)
            throws IOException {
        long size = Checkpoint.parse(clean.note().text()).orElseThrow().size();
        var check = new ArchiveCheck(months, source, size, archived);
        Optional<String> finding = check.finding();
        return finding.isPresent()
                ? new Verdict.Wrong(finding.get())
                : new Verdict.Clean(
                        clean.note(),
                        clean.sentence() + " Archived months: " + check.months() + ", all whole.");
    }

    private @Nullable SignedNote before() throws IOException {
        if (state == null || Files.notExists(state)) {
            return null;
        }
        Path file = state;
        return SignedNote.parse(Files.readString(file))
                .orElseThrow(() -> new IOException(file + " is no checkpoint"));
    }

    /** Better than nothing: whoever serves a false log serves a false key with it. */
    private VerifierKey ownKey(LogSource source) throws IOException {
        if (keys != null) {
            return key(Files.readAllLines(keys).getFirst());
        }
        Optional<byte[]> said = source.get("key");
        if (said.isEmpty()) {
            throw new IllegalArgumentException("Give the log's key with --key.");
        }
        VerifierKey own = key(new String(said.get(), StandardCharsets.UTF_8));
        IO.println("The key is the one that the log itself gives: " + own.text());
        IO.println("Keep it, and give it with --key from now on.");
        return own;
    }
}
