/** Answers with accounts and inventories of sites; remembers months until readings change. */
@NullMarked
package org.zerofactory.central.account;

import org.jspecify.annotations.NullMarked;
