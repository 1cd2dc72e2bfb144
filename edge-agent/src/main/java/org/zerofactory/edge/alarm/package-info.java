/** What a person should know now: alarms with their reason and what to do. */
@NullMarked
package org.zerofactory.edge.alarm;

import org.jspecify.annotations.NullMarked;
