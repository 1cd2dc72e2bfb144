/** The pages in a real browser, on the real demo: looks, words, numbers, and their use. */
@NullMarked
package org.zerofactory.browser;

import org.jspecify.annotations.NullMarked;
