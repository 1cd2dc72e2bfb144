/** The program at headquarters: connects receiving, storing, accounting, assessing, answering. */
@NullMarked
package org.zerofactory.central;

import org.jspecify.annotations.NullMarked;
