/** Factors, accounts of sites and certification schemes as data files, and their readers. */
@NullMarked
package org.zerofactory.rules;

import org.jspecify.annotations.NullMarked;
