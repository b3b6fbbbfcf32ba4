/** Tests of what all pages share. */
@NullMarked
package org.dargah.ui.web;

import org.jspecify.annotations.NullMarked;
