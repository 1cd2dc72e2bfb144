/** Activities and factors to a greenhouse-gas inventory, its life, its differences and doubts. */
@NullMarked
package org.zerofactory.domain.inventory;

import org.jspecify.annotations.NullMarked;
