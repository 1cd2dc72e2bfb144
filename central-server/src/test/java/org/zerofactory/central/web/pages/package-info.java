/** Contracts of the pages that hold without a browser: words, addresses, libraries, policy. */
@NullMarked
package org.zerofactory.central.web.pages;

import org.jspecify.annotations.NullMarked;
