/** A site's energy, emissions and savings over quarter hours, days, months and years. */
@NullMarked
package org.zerofactory.domain.account;

import org.jspecify.annotations.NullMarked;
