@org.jspecify.annotations.NullMarked
package org.dargah.evidence.internal;
