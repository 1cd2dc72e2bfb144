/** Published emission factors with their key, source and gases, and global warming potentials. */
@NullMarked
package org.zerofactory.domain.factor;

import org.jspecify.annotations.NullMarked;
