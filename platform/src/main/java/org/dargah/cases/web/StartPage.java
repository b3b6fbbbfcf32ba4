package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Item;
import org.dargah.ui.Link;

/**
 * Before an application begins.
 *
 * @param asked the registries that will be asked on the applicant's behalf
 * @param draft the code of a draft that was left; empty for none
 */
public record StartPage(
        String service, String action, Link about, List<Item> asked, String draft) {}
