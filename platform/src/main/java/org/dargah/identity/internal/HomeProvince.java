package org.dargah.identity.internal;

import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The province that this program serves; it stands in every key. */
@Component
public record HomeProvince(Province province) {

    @org.springframework.beans.factory.annotation.Autowired
    public HomeProvince(@Value("${dargah.province}") String code) {
        this(new Province(code));
    }

    String code() {
        return province.code();
    }
}
