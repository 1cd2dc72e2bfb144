/** Device templates and site files as data, and their readers. */
@NullMarked
package org.zerofactory.hardware;

import org.jspecify.annotations.NullMarked;
