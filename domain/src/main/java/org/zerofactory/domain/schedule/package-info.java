/** Orders, the plant that makes them, and plans, in the terms of ISA-95 (IEC 62264). */
@NullMarked
package org.zerofactory.domain.schedule;

import org.jspecify.annotations.NullMarked;
