package org.dargah.places.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.Province;
import org.dargah.places.County;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A province as its file says it. */
public record ProvinceFile(
        String province, String letters, String fa, String en, String seat, List<Line> counties) {

    /** A county as the file says it. */
    public record Line(
            String code,
            String fa,
            String en,
            String seatFa,
            String seatEn,
            double latitude,
            double longitude) {

        public County county() {
            return new County(new CountyCode(code), fa, en, seatFa, seatEn, latitude, longitude);
        }
    }

    /** The file of that province among the provinces' folders. */
    public static ProvinceFile read(Path provinces, Province province) {
        YAMLMapper yaml = new YAMLMapper();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(provinces, Files::isDirectory)) {
            for (Path folder : folders) {
                Path path = folder.resolve("province.yaml");
                ProvinceFile file = yaml.readValue(path, ProvinceFile.class);
                if (file.province().equals(province.code())) {
                    return file;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The provinces cannot be read", e);
        }
        throw new IllegalStateException("No province.yaml of " + province + " in " + provinces);
    }
}
