/** Sign-in pages of citizens and officials. */
@NullMarked
package org.dargah.identity.web;

import org.jspecify.annotations.NullMarked;
