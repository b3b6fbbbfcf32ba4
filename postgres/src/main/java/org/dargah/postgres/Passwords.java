package org.dargah.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords, one file each, readable by the owner of the data folder alone. */
final class Passwords {

    private final Path folder;

    Passwords(Path folder) {
        this.folder = folder;
    }

    String of(String role) throws IOException {
        Path file = fileOf(role);
        if (Files.notExists(file)) {
            write(file, random());
        }
        return Files.readString(file);
    }

    Path fileOf(String role) {
        return folder.resolve("password-" + role);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, String password) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(file.getParent(), "password", ".new", ownerOnly);
        Files.writeString(draft, password, StandardOpenOption.SYNC);
        Files.move(draft, file);
    }
}
