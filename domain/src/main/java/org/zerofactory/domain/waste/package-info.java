/** What can be read off sealed quarter hours about wasted energy and faulty meters. */
@NullMarked
package org.zerofactory.domain.waste;

import org.jspecify.annotations.NullMarked;
