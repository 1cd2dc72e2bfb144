/** Emission factors and the accounts of sites as data files, and their readers. */
@NullMarked
package org.zerofactory.rules;

import org.jspecify.annotations.NullMarked;
