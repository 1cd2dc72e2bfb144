/** The calculations that turn energy, fuels, gases and transport into carbon and savings. */
@NullMarked
package org.zerofactory.domain.carbon;

import org.jspecify.annotations.NullMarked;
