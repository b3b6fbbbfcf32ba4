/**
 * Measures the running program from outside, each figure beside a reference taken in the same run.
 * Knows of the program what anyone can see: its command, its API, its processes and its tables.
 */
@NullMarked
package org.dargah.bench;

import org.jspecify.annotations.NullMarked;
