package org.dargah.evidence;

import java.util.List;

/**
 * One kind of thing that leaves evidence. Make one object for a kind and use it for all its things:
 * things of the same object are kept together.
 */
public interface Evident<T> {

    /**
     * What is recorded of it, at most 64 KiB. Called in the thread of the one who leaves it; make
     * it so that the same thing always gives the same bytes.
     */
    byte[] record(T thing);

    /**
     * Keeps the kind's own rows, in the transaction that keeps the records: by one batch, since
     * everyone who leaves evidence waits for it. Called in the appender's thread. When it throws,
     * the list is tried again in halves, so that only whoever is guilty fails.
     */
    void keep(List<Left<T>> left);
}
