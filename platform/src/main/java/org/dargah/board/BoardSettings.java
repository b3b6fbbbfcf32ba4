package org.dargah.board;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the province wants of itself.
 *
 * @param target percent of cases that should be decided on time
 * @param soon working days before the end of the statutory time from which a case is near it
 */
@ConfigurationProperties("dargah.board")
public record BoardSettings(@DefaultValue("85") int target, @DefaultValue("2") int soon) {}
