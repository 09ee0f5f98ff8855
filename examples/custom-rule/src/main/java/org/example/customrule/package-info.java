/**
 * The maintenance lock of our hardening agent: while it is held, no VM extension may start, so the
 * backup extension takes no snapshot.
 */
@NullMarked
package org.example.customrule;

import org.jspecify.annotations.NullMarked;
