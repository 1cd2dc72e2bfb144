/** The sun of the coming days, learned from the past of the plant itself. */
@NullMarked
package org.zerofactory.forecast;

import org.jspecify.annotations.NullMarked;
