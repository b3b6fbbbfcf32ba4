package org.dargah.documents;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param address under which people reach this installation; it stands on every certificate
 * @param limit the largest file that is accepted; ten megabytes as people count them
 * @param remark a sentence at the foot of every printed sheet, such as that it is a demo's; or
 *     empty
 * @param folder of keys and files; both must survive
 */
@ConfigurationProperties("dargah.documents")
public record DocumentsSettings(
        URI address,
        @DefaultValue("10000000B") DataSize limit,
        Path folder,
        @DefaultValue("") String remark) {

    /** Where a certificate is checked. */
    public URI verifyAt() {
        return URI.create(address.toString().replaceAll("/$", "") + "/verify");
    }

    URI verifyAt(VerificationCode code) {
        return URI.create(verifyAt() + "/" + code.text());
    }
}
