package org.dargah.ui;

/**
 * Proof that something arrived.
 *
 * @param text what and when
 * @param codeName such as «کد رهگیری»
 * @param qr the {@code d} of an SVG path; empty for none
 * @param qrSize modules of a side
 * @param qrText what the picture leads to, for those who do not see it
 */
public record Receipt(
        String title,
        String text,
        String codeName,
        String code,
        String qr,
        int qrSize,
        String qrText) {}
