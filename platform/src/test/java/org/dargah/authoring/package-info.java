/** Writing services in the browser, as analysts and approvers do it. */
@NullMarked
package org.dargah.authoring;

import org.jspecify.annotations.NullMarked;
