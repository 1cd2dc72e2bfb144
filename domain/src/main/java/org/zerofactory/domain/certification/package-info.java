/** Facts of a site's year and a scheme's criteria to an assessment with ranked next actions. */
@NullMarked
package org.zerofactory.domain.certification;

import org.jspecify.annotations.NullMarked;
