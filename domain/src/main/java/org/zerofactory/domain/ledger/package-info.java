/** What people enter, approve and sign: entries, documents, the audit trail, kept inventories. */
@NullMarked
package org.zerofactory.domain.ledger;

import org.jspecify.annotations.NullMarked;
