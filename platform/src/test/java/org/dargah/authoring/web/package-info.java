/** What the pages of authors say. */
@NullMarked
package org.dargah.authoring.web;

import org.jspecify.annotations.NullMarked;
