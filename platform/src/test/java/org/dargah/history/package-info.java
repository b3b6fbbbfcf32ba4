@org.jspecify.annotations.NullMarked
package org.dargah.history;
