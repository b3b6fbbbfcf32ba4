/** Pages of rights, look-ups and complaints, and of each look for the person it was about. */
@NullMarked
package org.dargah.inquiries.web;

import org.jspecify.annotations.NullMarked;
