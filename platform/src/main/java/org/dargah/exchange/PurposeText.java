package org.dargah.exchange;

/**
 * A purpose of the register of purposes, as people read it.
 *
 * @param basis the law or rule that allows asking for it, in Persian
 */
public record PurposeText(String fa, String en, String basis) {}
