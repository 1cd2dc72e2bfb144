/** Sites and their agents as the centre sees them: what is held, what is live, what is wrong. */
@NullMarked
package org.zerofactory.domain.fleet;

import org.jspecify.annotations.NullMarked;
