package org.dargah.places;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Province;
import org.dargah.places.internal.ProvinceFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The province that this program serves and its counties, read once from the province's {@code
 * province.yaml}.
 */
@Component
public final class Places {

    private final ProvinceFile file;
    private final Map<CountyCode, County> counties = new LinkedHashMap<>();

    Places(
            @Value("${dargah.provinces}") String folder,
            @Value("${dargah.province}") String province) {
        file = ProvinceFile.read(Path.of(folder), new Province(province));
        file.counties().stream()
                .map(ProvinceFile.Line::county)
                .forEach(county -> counties.put(county.code(), county));
    }

    public Province province() {
        return new Province(file.province());
    }

    /** The two letters that begin the province's tracking codes, such as KR. */
    public String letters() {
        return file.letters();
    }

    /** «استان کرمان», "Kerman Province". */
    public String title(Locale locale) {
        return PersianText.isPersian(locale) ? file.fa() : file.en();
    }

    /** The county in which the province is governed. */
    public County seat() {
        return county(new CountyCode(file.seat())).orElseThrow();
    }

    /** All counties, the seat's first, then by their English titles. */
    public List<County> counties() {
        return List.copyOf(counties.values());
    }

    public Optional<County> county(CountyCode code) {
        return Optional.ofNullable(counties.get(code));
    }
}
