/** The pages on which analysts write services and approvers publish them. */
@NullMarked
package org.dargah.authoring.web;

import org.jspecify.annotations.NullMarked;
