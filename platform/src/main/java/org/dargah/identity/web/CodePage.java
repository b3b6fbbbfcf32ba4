package org.dargah.identity.web;

import java.time.Instant;
import org.dargah.ui.Errors;
import org.jspecify.annotations.Nullable;

/**
 * @param mobile masked, as people read it
 * @param nextCodeAt when another code may be asked for; null when this was the last
 * @param canResend true when that time has come
 * @param resent true right after another code was sent
 */
public record CodePage(
        String mobile,
        @Nullable Instant nextCodeAt,
        boolean canResend,
        boolean resent,
        Errors errors) {}
