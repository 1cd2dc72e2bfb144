/** Answers over HTTP: agents' blocks, the interface, live events and the pages. */
@NullMarked
package org.zerofactory.central.web;

import org.jspecify.annotations.NullMarked;
