/** What is expected of sun and load: power of coming quarter hours with its spread. */
@NullMarked
package org.zerofactory.domain.forecast;

import org.jspecify.annotations.NullMarked;
