/** Shapes accounts and standings into the JSON of the interface; rounds and calculates nothing. */
@NullMarked
package org.zerofactory.central.report;

import org.jspecify.annotations.NullMarked;
