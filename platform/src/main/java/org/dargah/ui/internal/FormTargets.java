package org.dargah.ui.internal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where our forms may lead besides our own pages.
 *
 * @param formTargets origins of payment providers, such as {@code https://pay.example.ir}
 */
@ConfigurationProperties("dargah.ui")
record FormTargets(@DefaultValue List<String> formTargets) {}
