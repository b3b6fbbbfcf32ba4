/**
 * The outside world for demo and tests: registries, SMS gateway and payment provider, all
 * synthetic. It knows nothing of the platform.
 */
@NullMarked
package org.dargah.sandbox;

import org.jspecify.annotations.NullMarked;
