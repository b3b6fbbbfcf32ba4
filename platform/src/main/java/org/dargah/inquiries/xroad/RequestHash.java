package org.dargah.inquiries.xroad;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Ties an answer to its request, as X-Road computes it: SHA-512 over the SHA-512 of the block of
 * headers and that of the body; without a body, the SHA-512 of the block alone. The block holds
 * method, address and headers, each on its line.
 */
final class RequestHash {

    private static final String END = "\r\n";

    private RequestHash() {}

    static String of(Call call) {
        var block = new StringBuilder(call.method()).append(END).append(call.uri());
        if (call.query() != null) {
            block.append('?').append(call.query());
        }
        block.append(END);
        call.headers()
                .forEach(
                        header ->
                                block.append(header.getKey())
                                        .append(':')
                                        .append(header.getValue())
                                        .append(END));
        MessageDigest sha = sha512();
        byte[] hash = sha.digest(block.toString().getBytes(StandardCharsets.UTF_8));
        if (call.body().length > 0) {
            byte[] body = sha.digest(call.body());
            sha.update(hash);
            hash = sha.digest(body);
        }
        return Base64.getEncoder().encodeToString(hash);
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
