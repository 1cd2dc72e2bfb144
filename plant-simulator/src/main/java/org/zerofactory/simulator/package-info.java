/** The simulator's command line, and the door by which other programs start a virtual plant. */
@NullMarked
package org.zerofactory.simulator;

import org.jspecify.annotations.NullMarked;
