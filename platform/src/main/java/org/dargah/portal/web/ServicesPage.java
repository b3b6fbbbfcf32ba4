package org.dargah.portal.web;

import java.util.List;

/** All services by moments of life. */
public record ServicesPage(List<LifeMoment> moments) {}
