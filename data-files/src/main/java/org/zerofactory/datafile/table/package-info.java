/** Tables that people send: CSV and XLSX in, rows of texts by column out, each fault by its row. */
@NullMarked
package org.zerofactory.datafile.table;

import org.jspecify.annotations.NullMarked;
