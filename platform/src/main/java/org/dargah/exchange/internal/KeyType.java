package org.dargah.exchange.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Postcode;

/** The forms of keys; a key of another form never leaves the house. */
public enum KeyType {
    @JsonProperty("national-id")
    NATIONAL_ID,
    @JsonProperty("mobile")
    MOBILE,
    @JsonProperty("postcode")
    POSTCODE;

    /** The key as registries expect it, or empty if it is none. */
    Optional<String> read(String value) {
        return switch (this) {
            case NATIONAL_ID -> NationalId.parse(value).map(NationalId::digits);
            case MOBILE -> Mobile.parse(value).map(Mobile::digits);
            case POSTCODE -> Postcode.parse(value).map(Postcode::digits);
        };
    }
}
