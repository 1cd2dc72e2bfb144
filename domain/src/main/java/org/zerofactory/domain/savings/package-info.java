/** What was saved: baselines by regression, avoided energy with its uncertainty, the waterfall. */
@NullMarked
package org.zerofactory.domain.savings;

import org.jspecify.annotations.NullMarked;
