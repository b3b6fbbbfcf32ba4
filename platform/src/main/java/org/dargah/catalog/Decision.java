package org.dargah.catalog;

/** Who decides a case of the service: an officer, or its rules alone within seconds. */
public enum Decision {
    OFFICER,
    AUTOMATIC
}
