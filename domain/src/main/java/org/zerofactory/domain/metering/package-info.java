/** Points, registers and what they say about a quarter hour: energy with its quality. */
@NullMarked
package org.zerofactory.domain.metering;

import org.jspecify.annotations.NullMarked;
