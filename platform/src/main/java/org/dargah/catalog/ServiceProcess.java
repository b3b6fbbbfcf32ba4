package org.dargah.catalog;

import java.nio.charset.StandardCharsets;

/**
 * The way of a case, BPMN 2.0 within docs/process-vocabulary.md.
 *
 * @param key the id of the process in the file
 */
public record ServiceProcess(String key, String xml) {

    public byte[] bpmn() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
