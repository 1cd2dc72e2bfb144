/** Verifies a journal: form, chain, signatures, completeness, and every amount from registers. */
@NullMarked
package org.zerofactory.auditor.verify;

import org.jspecify.annotations.NullMarked;
