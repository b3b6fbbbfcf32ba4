package org.dargah.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.SigningKey;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Growth;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;

/** A log as it lies in a folder, made from its entries by whoever holds the key. */
final class PublishedLog {

    final Path folder;
    private final SigningKey key;

    PublishedLog(Path folder, SigningKey key) {
        this.folder = folder;
        this.key = key;
    }

    static List<byte[]> entries(int count) {
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            entries.add(Hash.sha256().digest(("entry " + i).getBytes(StandardCharsets.US_ASCII)));
        }
        return entries;
    }

    SignedNote publish(List<byte[]> entries) throws IOException {
        var growth = new Growth();
        entries.forEach(entry -> growth.append(Hash.leaf(entry), this::write));
        growth.edge(this::write);
        for (int bundle = 0; bundle < Tile.tiles(entries.size(), 0); bundle++) {
            Tile tile = Tile.in(entries.size(), Tile.ENTRIES, bundle);
            int first = bundle * Tile.FULL;
            write(tile, Bundle.of(entries.subList(first, first + tile.width())));
        }
        String text = new Checkpoint(key.verifier().name(), growth.size(), growth.root()).text();
        var note = new SignedNote(text, List.of(key.sign(text, Instant.EPOCH)));
        Files.writeString(folder.resolve("checkpoint"), note.toString());
        return note;
    }

    void write(Tile tile, byte[] content) {
        try {
            Path file = file(tile);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Path file(Tile tile) {
        return folder.resolve("tile").resolve(tile.address());
    }

    Verdict verify(@org.jspecify.annotations.Nullable SignedNote before) {
        return new Verifier(new FolderLog(folder), key.verifier(), List.of(), before, null)
                .verify();
    }
}
