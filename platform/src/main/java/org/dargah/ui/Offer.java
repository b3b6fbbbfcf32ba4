package org.dargah.ui;

/**
 * Something to consider, said once above a page and in nobody's way.
 *
 * @param decline where "later" is sent, together with the page to return to
 */
public record Offer(String sentence, Link accept, Link decline) {}
