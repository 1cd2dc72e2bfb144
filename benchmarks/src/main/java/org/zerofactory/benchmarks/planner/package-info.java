/**
 * Published scheduling instances: their readers, independent checkers, and what the planner makes
 * of them.
 */
@NullMarked
package org.zerofactory.benchmarks.planner;

import org.jspecify.annotations.NullMarked;
