package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;

/**
 * @param token of the link, in its own address
 * @param facts what the account will be
 */
public record InvitationPage(
        String token, List<Row> facts, String username, String name, Errors errors) {}
