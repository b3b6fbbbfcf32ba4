/** The SMS gateway and the phones on which its texts are read. */
@NullMarked
package org.dargah.sandbox.phone;

import org.jspecify.annotations.NullMarked;
