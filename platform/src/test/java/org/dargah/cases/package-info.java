/** Cases on good and on bad days, over HTTP. */
@org.jspecify.annotations.NullMarked
package org.dargah.cases;
