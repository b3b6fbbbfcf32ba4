package org.dargah.identity.web;

/**
 * @param door where to sign in again
 */
public record LeftPage(String door, boolean work) {}
