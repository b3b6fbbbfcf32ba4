package org.dargah.identity.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of signing in.
 *
 * @param agency whose name stands beside the questions that sign-in asks registries
 * @param window over which attempts are counted
 * @param perPerson sign-ins begun for one national id, or tried for one user name or passkey
 * @param wishesPerPerson times that one program names one person who is to get a code
 * @param perAddress sign-ins begun from one network address, behind which many people may be
 * @param codesPerMobile codes sent to one number
 * @param codeValid how long a code is good
 * @param codeTries how often a code may be mistyped
 * @param codesPerSignIn codes in one sign-in, the first included
 * @param resendAfter how long to wait for an SMS before asking for another
 * @param guessesPerAddress wrong codes typed at /track and /verify from one network address
 * @param passkeyChallengeValid how long a browser may take to ask its owner for a passkey
 */
@ConfigurationProperties("dargah.identity")
record IdentityProperties(
        @DefaultValue("dargah") String agency,
        @DefaultValue("15m") Duration window,
        @DefaultValue("10") int perPerson,
        @DefaultValue("10") int wishesPerPerson,
        @DefaultValue("100") int perAddress,
        @DefaultValue("10") int codesPerMobile,
        @DefaultValue("2m") Duration codeValid,
        @DefaultValue("5") int codeTries,
        @DefaultValue("3") int codesPerSignIn,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("30") int guessesPerAddress,
        @DefaultValue("5m") Duration passkeyChallengeValid) {}
