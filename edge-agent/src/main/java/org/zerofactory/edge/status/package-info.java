/** The agent's own page, health and metrics over HTTP, for this machine only. */
@NullMarked
package org.zerofactory.edge.status;

import org.jspecify.annotations.NullMarked;
