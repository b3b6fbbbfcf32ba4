/** The program: one Spring Boot application made of the modules beside this file. */
@NullMarked
package org.dargah;

import org.jspecify.annotations.NullMarked;
