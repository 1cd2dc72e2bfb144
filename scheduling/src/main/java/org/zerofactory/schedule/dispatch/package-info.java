/** What batteries and flexible loads do while the machines run, at the least cost. */
@NullMarked
package org.zerofactory.schedule.dispatch;

import org.jspecify.annotations.NullMarked;
