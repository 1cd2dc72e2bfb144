/** Reads a YAML data file against its JSON Schema and names every fault by file, line and field. */
@NullMarked
package org.zerofactory.datafile;

import org.jspecify.annotations.NullMarked;
