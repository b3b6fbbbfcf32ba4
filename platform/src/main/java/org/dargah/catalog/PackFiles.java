package org.dargah.catalog;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;

/**
 * The files of a service pack, for modules that hand packs in. Nothing in them was checked.
 *
 * @param files the text of each, by its path inside the pack
 */
public record PackFiles(AgencyCode agency, ServiceCode code, SortedMap<String, String> files) {

    public PackFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** With this text under this path. */
    public PackFiles with(String path, String text) {
        var more = new TreeMap<>(files);
        more.put(path, text);
        return new PackFiles(agency, code, more);
    }

    /** Without this file. */
    public PackFiles without(String path) {
        var fewer = new TreeMap<>(files);
        fewer.remove(path);
        return new PackFiles(agency, code, fewer);
    }

    /** What it may hold is agencies' business; logs get its name only. */
    @Override
    public String toString() {
        return agency + "/" + code;
    }
}
