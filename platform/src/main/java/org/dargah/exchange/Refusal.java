package org.dargah.exchange;

/** Why a question is not forwarded. Everything that no declaration allows is refused. */
public enum Refusal {
    /** No registry is declared under this code. */
    UNKNOWN_REGISTRY,
    /** The registry's declaration does not name this purpose. */
    PURPOSE_NOT_ALLOWED,
    /** A field is not declared, or not for this purpose, or none was asked for. */
    FIELD_NOT_ALLOWED,
    /** A key is missing, undeclared or of the wrong form. */
    KEY_NOT_VALID,
    /** The registry itself said that Dargah may not ask this. */
    REFUSED_BY_REGISTRY
}
