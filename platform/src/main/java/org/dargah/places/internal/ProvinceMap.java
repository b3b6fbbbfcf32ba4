package org.dargah.places.internal;

import org.dargah.kernel.PersianText;
import org.dargah.places.Places;
import org.dargah.ui.MapSheet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The map of the province: the seats of its counties, as the province declares them. */
@Configuration(proxyBeanMethods = false)
class ProvinceMap {

    /** None by default: a province that has a tile server of its own names it. */
    @Bean
    MapSheet mapSheet(Places places, @Value("${dargah.map.tiles:}") String tiles) {
        return new MapSheet(
                places.counties().stream()
                        .map(
                                county ->
                                        new MapSheet.Town(
                                                PersianText.normalise(county.seatFa()),
                                                county.seatEn(),
                                                county.latitude(),
                                                county.longitude()))
                        .toList(),
                tiles);
    }
}
