/**
 * Makes the reference site of the catalog at build time. Lives beside the tests, so that the
 * published jar does not carry it.
 */
package io.github.backupdiag.reference;
