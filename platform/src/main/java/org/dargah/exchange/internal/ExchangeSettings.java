package org.dargah.exchange.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the exchange. */
@Configuration
@EnableConfigurationProperties(ExchangeProperties.class)
class ExchangeSettings {}
