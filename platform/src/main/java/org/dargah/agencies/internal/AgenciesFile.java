package org.dargah.agencies.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The bodies of a province as its file lists them. */
public record AgenciesFile(
        String province,
        List<Line> national,
        List<Line> operator,
        List<Line> executive,
        List<Line> municipalities,
        List<Line> offices) {

    /** A body as the file says it. */
    public record Line(
            String code,
            String fa,
            String en,
            @Nullable String parent,
            @Nullable String county,
            @Nullable @JsonProperty("class") String memberClass) {

        Agency agency(Agency.Kind kind) {
            return new Agency(
                    new AgencyCode(code),
                    kind,
                    fa,
                    en,
                    county == null ? null : new CountyCode(county),
                    parent == null ? null : new AgencyCode(parent),
                    memberClass == null ? usual(kind) : memberClass);
        }

        private static String usual(Agency.Kind kind) {
            return kind == Agency.Kind.MUNICIPALITY ? "MUN" : Agencies.GOVERNMENT;
        }
    }

    public List<Agency> agencies() {
        return Stream.of(
                        of(Agency.Kind.NATIONAL, national),
                        of(Agency.Kind.OPERATOR, operator),
                        of(Agency.Kind.EXECUTIVE, executive),
                        of(Agency.Kind.MUNICIPALITY, municipalities),
                        of(Agency.Kind.OFFICE, offices))
                .flatMap(agencies -> agencies)
                .toList();
    }

    private static Stream<Agency> of(Agency.Kind kind, List<Line> lines) {
        return lines.stream().map(line -> line.agency(kind));
    }

    /** The file of that province among the provinces' folders. */
    public static AgenciesFile read(Path provinces, Province province) {
        YAMLMapper yaml = new YAMLMapper();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(provinces, Files::isDirectory)) {
            for (Path folder : folders) {
                Path path = folder.resolve("agencies.yaml");
                AgenciesFile file = yaml.readValue(path, AgenciesFile.class);
                if (file.province().equals(province.code())) {
                    return file;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The provinces cannot be read", e);
        }
        throw new IllegalStateException("No agencies.yaml of " + province + " in " + provinces);
    }
}
