package org.dargah.catalog;

import java.nio.charset.StandardCharsets;
import org.dargah.catalog.internal.RouteReader;

/**
 * The way of a case, BPMN 2.0 within docs/process-vocabulary.md.
 *
 * @param key the id of the process in the file
 */
public record ServiceProcess(String key, String xml) {

    /** As a graph; read anew with each call. */
    public Route route() {
        return RouteReader.read(xml);
    }

    public byte[] bpmn() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
