package org.dargah.catalog;

/** Whom a service is for: people (G2C), businesses (G2B) or other agencies (G2G). */
public enum Audience {
    CITIZEN,
    BUSINESS,
    GOVERNMENT
}
