package org.dargah.portal.web;

/** A service in a list: where it leads and what decides whether one opens it. */
public record Offer(String title, String href, String agency, String time, String fee) {}
