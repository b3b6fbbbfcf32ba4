package org.dargah.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dargah.identity.Invitation;
import org.dargah.identity.Role;
import org.dargah.kernel.AgencyCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Makes the accounts of the demo's officials. Their passwords are random and lie in the data
 * folder, readable to the one who started the program.
 */
@Component
@Profile("demo")
@Order(10)
public final class DemoOfficers implements ApplicationRunner {

    /** Without letters that are easily mistaken for others. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 14;

    private final OfficerAccounts accounts;
    private final Path provinces;
    private final Path file;
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final List<Declared> declared = new ArrayList<>();

    DemoOfficers(
            OfficerAccounts accounts,
            @Value("${dargah.provinces}") String provinces,
            @Value("${dargah.data}") String data) {
        this.accounts = accounts;
        this.provinces = Path.of(provinces);
        this.file = Path.of(data, "demo-accounts.txt");
    }

    private record Declared(
            String username, String name, String title, String agency, List<String> roles) {

        Invitation invitation() {
            return new Invitation(
                    new AgencyCode(agency),
                    title,
                    roles.stream()
                            .map(role -> Role.parse(role).orElseThrow())
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private record Officials(List<Declared> officers) {}

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            readDeclared();
            readPasswords();
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        declared.forEach(this::make);
    }

    private void readDeclared() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (Stream<Path> folders = Files.list(provinces)) {
            folders.map(folder -> folder.resolve("officers.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .map(officials -> yaml.readValue(officials, Officials.class))
                    .forEach(officials -> declared.addAll(officials.officers()));
        }
    }

    private void readPasswords() throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split("\\s+", 3);
                passwords.put(words[0], words[1]);
            }
        }
        SecureRandom random = new SecureRandom();
        declared.forEach(one -> passwords.computeIfAbsent(one.username(), name -> fresh(random)));
    }

    private static String fresh(SecureRandom random) {
        return random.ints(PASSWORD_LENGTH, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** Before the accounts are made: a password that nobody knows would lock the demo. */
    private void write() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "accounts",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.write(whole, lines());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void make(Declared one) {
        if (!accounts.isKnown(one.username())) {
            accounts.add(one.invitation(), one.username(), one.name(), password(one.username()));
        }
    }

    public String password(String username) {
        String password = passwords.get(username);
        if (password == null) {
            throw new IllegalArgumentException("No demo account " + username);
        }
        return password;
    }

    public List<String> lines() {
        return declared.stream()
                .map(
                        one ->
                                "%-18s %s  %s (%s)"
                                        .formatted(
                                                one.username(),
                                                password(one.username()),
                                                one.title(),
                                                one.agency()))
                .toList();
    }
}
