package org.dargah;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The pack of docs/service-packs.md's tutorial, copied from there word by word. */
public final class Tutorial {

    public static final String AGENCY = "education";
    public static final String SERVICE = "school-hall";

    private static final Pattern FILE =
            Pattern.compile(
                    "^```(?:yaml|json|xml|properties) (\\S+\\.\\S+)\n(.*?)^```$",
                    Pattern.DOTALL | Pattern.MULTILINE);

    private Tutorial() {}

    /** By their paths in the pack. */
    public static SortedMap<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        Matcher file = FILE.matcher(Files.readString(Path.of("../docs/service-packs.md")));
        while (file.find()) {
            files.put(file.group(1), file.group(2));
        }
        return files;
    }

    /** As an analyst would zip the folder. */
    public static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
