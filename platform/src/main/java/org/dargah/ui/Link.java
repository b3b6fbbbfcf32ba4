package org.dargah.ui;

/**
 * A link with its words.
 *
 * @param posts true when following it changes something (signing out): it is drawn as a form
 */
public record Link(String text, String href, boolean posts) {

    public Link(String text, String href) {
        this(text, href, false);
    }
}
