package org.dargah.evidence;

/**
 * What somebody keeps to show later that a record stands in the log.
 *
 * @param proof {@code c2sp.org/tlog-proof@v1}: index, inclusion proof and checkpoint with the
 *     witnesses' cosignatures; verifiable without the log
 * @param opened the record and its salt
 */
public record Receipt(String proof, Opened opened) {}
