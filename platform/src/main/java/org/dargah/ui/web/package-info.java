/** The pages that belong to no other module: the error pages and the page of all components. */
@NullMarked
package org.dargah.ui.web;

import org.jspecify.annotations.NullMarked;
