package org.dargah.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Takes the answer to a carried message, part by part. The last part comes only after the evidence
 * is durable, so whoever holds the whole answer holds one that left its evidence.
 */
public interface Receiver {

    void begin(int status, List<Map.Entry<String, String>> headers) throws IOException;

    void write(byte[] part) throws IOException;
}
