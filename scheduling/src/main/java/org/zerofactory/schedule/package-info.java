/** Orders onto machines and quarter hours, under the sun. */
@NullMarked
package org.zerofactory.schedule;

import org.jspecify.annotations.NullMarked;
