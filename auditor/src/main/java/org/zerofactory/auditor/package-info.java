/** The auditor's program: checks exported journals on a machine with nothing else on it. */
@NullMarked
package org.zerofactory.auditor;

import org.jspecify.annotations.NullMarked;
