/** The pages where anyone checks a certificate. */
@NullMarked
package org.dargah.documents.web;

import org.jspecify.annotations.NullMarked;
