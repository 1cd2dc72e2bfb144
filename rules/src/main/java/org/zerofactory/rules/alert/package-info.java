/** Rules for wasted energy and faulty meters as data, and what they find in a site's blocks. */
@NullMarked
package org.zerofactory.rules.alert;

import org.jspecify.annotations.NullMarked;
