package org.dargah.payments.internal;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url base address of the provider; without it the sandbox's, where there is one
 * @param callback where the provider sends browsers: an address, or a path when it shares ours
 * @param recheck how long a payment waits before reconciliation asks about it
 * @param pause how long reconciliation rests between its rounds
 * @param patience how long somebody may take to pay
 * @param timeout how long the provider may take to answer
 */
@ConfigurationProperties("dargah.payments")
public record PaymentProperties(
        @Nullable URI url,
        @DefaultValue("/payments/callback") String callback,
        @DefaultValue("1m") Duration recheck,
        @DefaultValue("30s") Duration pause,
        @DefaultValue("24h") Duration patience,
        @DefaultValue("8s") Duration timeout) {}
