package org.dargah.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.dargah.catalog.internal.PreviewTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packs that are not published, shown to whoever has the secret address. The token is 128 random
 * bits, of which only a hash is kept.
 */
@Component
public class Previews {

    /** How long an address works. */
    public static final Duration LIFE = Duration.ofDays(7);

    private static final int TOKEN_BYTES = 16;
    private static final int KNOWN = 50;

    /** Of a draft; more at a time are forgotten from the oldest. */
    private static final int MOST = 10;

    /**
     * A pack as it would be offered.
     *
     * @param checked what is wrong with it, and the service if it can be shown
     */
    public record Preview(PackFiles pack, Publishing.Checked checked, Instant expiresAt) {}

    private final PreviewTable table;
    private final Publishing publishing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<VersionId, Publishing.Checked> known =
            new LinkedHashMap<>(KNOWN, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<VersionId, Publishing.Checked> eldest) {
                    return size() > KNOWN;
                }
            };

    Previews(PreviewTable table, Publishing publishing, Clock clock) {
        this.table = table;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** Whoever finds an address in a log or a message must not find it in a search engine. */
    public static void hide(BiConsumer<String, String> headers) {
        headers.accept("X-Robots-Tag", "noindex, nofollow");
        headers.accept("Referrer-Policy", "no-referrer");
    }

    /**
     * Makes a new address for a pack; earlier ones about the same draft work no longer.
     *
     * @param about the draft, whose changes the address follows
     * @return the token
     */
    @Transactional
    public String open(UUID about, PackFiles pack) {
        table.close(about);
        return add(about, pack);
    }

    /** An address beside the others, for somebody who looks for themselves. */
    @Transactional
    public String openBeside(UUID about, PackFiles pack) {
        table.keepNewest(about, MOST - 1);
        return add(about, pack);
    }

    private String add(UUID about, PackFiles pack) {
        Instant now = clock.instant();
        table.forgetBefore(now);
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        table.add(hash(text), about, pack, now.plus(LIFE));
        return text;
    }

    /** The address shows what the draft has become. */
    @Transactional
    public void renew(UUID about, PackFiles pack) {
        table.renew(about, pack);
    }

    @Transactional
    public void close(UUID about) {
        table.close(about);
    }

    /** Until when the newest address of a draft works, if there is one. */
    public Optional<Instant> openUntil(UUID about) {
        return table.openUntil(about, clock.instant());
    }

    /** Empty for a token that never was, or is no longer. */
    public Optional<Preview> find(String token) {
        return table.find(hash(token), clock.instant())
                .map(kept -> new Preview(kept.pack(), checked(kept.pack()), kept.expiresAt()));
    }

    private Publishing.Checked checked(PackFiles pack) {
        VersionId id = Publishing.content(pack);
        synchronized (known) {
            Publishing.Checked before = known.get(id);
            if (before != null) {
                return before;
            }
        }
        Publishing.Checked checked = publishing.check(pack);
        synchronized (known) {
            known.put(id, checked);
        }
        return checked;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
