/** What the pages share: layout, style, Persian numbers and dates. */
@NullMarked
package org.dargah.sandbox.pages;

import org.jspecify.annotations.NullMarked;
