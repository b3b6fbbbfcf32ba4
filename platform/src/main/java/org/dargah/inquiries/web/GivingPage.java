package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Errors;

/**
 * The code by which a citizen consents.
 *
 * @param here the address of the consent
 * @param text what they consent to, line by line
 * @param mobile masked, as people read it
 */
public record GivingPage(
        String here, String program, List<String> text, String mobile, Errors errors) {

    /** What an asker wrote may hold anything. */
    @Override
    public String toString() {
        return "GivingPage";
    }
}
