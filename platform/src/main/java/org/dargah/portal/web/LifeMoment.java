package org.dargah.portal.web;

import java.util.List;

/**
 * A moment of life and the services for it.
 *
 * @param slug its anchor, and the name of its picture
 */
public record LifeMoment(String slug, String title, List<Offer> offers) {}
