/** Tests of what all pages share. */
@NullMarked
package org.dargah.ui;

import org.jspecify.annotations.NullMarked;
