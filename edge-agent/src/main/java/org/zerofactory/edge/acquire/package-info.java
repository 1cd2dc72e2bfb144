/** Reads the site's OPC UA servers: history first, then live values, as samples in stored units. */
@NullMarked
package org.zerofactory.edge.acquire;

import org.jspecify.annotations.NullMarked;
