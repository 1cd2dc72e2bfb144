/** Emission factors and the calculations that turn energy into carbon and savings. */
@NullMarked
package org.zerofactory.domain.carbon;

import org.jspecify.annotations.NullMarked;
