/** Conditions and formulas of rule files: checked when loaded, bounded when evaluated. */
@NullMarked
package org.zerofactory.rules.expression;

import org.jspecify.annotations.NullMarked;
