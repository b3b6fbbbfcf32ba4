package org.dargah.documents.internal;

import java.util.List;
import java.util.Map;

/** A piece of an output template after it was read: an element of the small vocabulary, or text. */
public sealed interface Node {

    record Element(String name, Map<String, String> attributes, List<Node> children, int line)
            implements Node {
        public Element {
            attributes = Map.copyOf(attributes);
            children = List.copyOf(children);
        }
    }

    record Text(String text) implements Node {}
}
