/** How far a figure may be off: quadrature, Monte Carlo, materiality, careful gap values. */
@NullMarked
package org.zerofactory.domain.uncertainty;

import org.jspecify.annotations.NullMarked;
