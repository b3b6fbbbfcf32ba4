/**
 * Owns a PostgreSQL server that lives beside the program: its programs, its data folder, its
 * passwords, its start and its stop. Refuses to know what is stored in it.
 */
@NullMarked
package org.dargah.postgres;

import org.jspecify.annotations.NullMarked;
