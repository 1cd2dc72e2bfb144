/** Answers with the accounts of sites, and remembers months until their readings change. */
@NullMarked
package org.zerofactory.central.account;

import org.jspecify.annotations.NullMarked;
