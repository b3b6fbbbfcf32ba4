/** What lies beneath cases, without the program around it. */
@org.jspecify.annotations.NullMarked
package org.dargah.cases.internal;
