/**
 * Owns files: those people upload, the certificates and receipts that agencies issue, their
 * signatures, and the public check whether a certificate is genuine. Refuses to know what a service
 * or a case is, and to hand out a person's document without an act that says who read it and why.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "acts", "ui"})
package org.dargah.documents;

import org.jspecify.annotations.NullMarked;
