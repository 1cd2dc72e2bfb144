/** Carbon credits with serials, from registration over retirement to what may be counted. */
@NullMarked
package org.zerofactory.domain.offset;

import org.jspecify.annotations.NullMarked;
