package org.dargah.exchange;

/**
 * Why a question is not forwarded. Everything that no declaration and no right allows is refused.
 */
public enum Refusal {
    /** A request that does not follow the protocol, by a program that proved who it is. */
    NOT_OF_PROTOCOL,
    /** A program that names another as itself. */
    FOREIGN_CLIENT,
    /** A message for another server than this one. */
    WRONG_SERVER,
    /** No registry is declared under this code. */
    UNKNOWN_REGISTRY,
    /** The program holds no right in force for this registry and purpose. */
    NO_RIGHT,
    /** The registry's declaration does not name this purpose. */
    PURPOSE_NOT_ALLOWED,
    /** The right gives less: an answer of yes or no, or single fields, but not what was asked. */
    MANNER_NOT_ALLOWED,
    /** A field is not declared, or not for this purpose, or none was asked for. */
    FIELD_NOT_ALLOWED,
    /** A message names a method or path that the registry does not offer. */
    ENDPOINT_NOT_OFFERED,
    /** A key is missing, undeclared or of the wrong form. */
    KEY_NOT_VALID,
    /** The purpose asks for the person's consent, and there is none in force. */
    CONSENT_MISSING,
    /** The right does not let the program ask on behalf of this party. */
    PARTY_NOT_REPRESENTED,
    /** The right is for certain roles, and the end user's is none of them, or not told. */
    ROLE_NOT_ALLOWED,
    /** The right holds on working days between certain hours only. */
    OUTSIDE_HOURS,
    /** More questions in this minute than the right allows. */
    RATE_EXCEEDED,
    /** More questions on this day than the right allows. */
    QUOTA_EXCEEDED,
    /** The registry itself said that Dargah may not ask this. */
    REFUSED_BY_REGISTRY
}
