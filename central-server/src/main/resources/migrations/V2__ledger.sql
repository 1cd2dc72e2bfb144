-- The ledger: what people enter, the documents behind it, who approved it, the inventories made of
-- it, and the trail of all of that. Times are epoch milliseconds in UTC, days local ISO dates.
-- Rows that an auditor relies on never change: triggers refuse it, whoever asks.

-- Documents by content: the same bytes are kept once.
CREATE TABLE document (
  sha256 BLOB PRIMARY KEY,
  media_type TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  stored_by TEXT NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TRIGGER document_no_update BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document never changes'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

-- amount is a whole number of base_unit; unit is the one that the person used.
CREATE TABLE entry (
  site TEXT NOT NULL,
  number INTEGER NOT NULL,
  category TEXT NOT NULL,
  subject TEXT NOT NULL,
  description TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  amount INTEGER NOT NULL,
  base_unit TEXT NOT NULL,
  unit TEXT NOT NULL,
  factor_series TEXT NOT NULL,
  document BLOB REFERENCES document (sha256),
  corrects INTEGER,
  reason TEXT,
  entered_by TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  PRIMARY KEY (site, number),
  FOREIGN KEY (site, corrects) REFERENCES entry (site, number)
) WITHOUT ROWID;
CREATE INDEX entry_day ON entry (site, from_day, category, subject, amount);
CREATE INDEX entry_corrects ON entry (site, corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry never changes; enter a correction'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted; enter a correction'); END;

-- At most one judgement an entry: of two persons who approve at once, the second is refused.
CREATE TABLE entry_judgement (
  site TEXT NOT NULL,
  number INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'rejected')),
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (site, number),
  FOREIGN KEY (site, number) REFERENCES entry (site, number)
) WITHOUT ROWID;
CREATE TRIGGER entry_judgement_no_update BEFORE UPDATE ON entry_judgement
BEGIN SELECT RAISE(ABORT, 'a judgement never changes'); END;
CREATE TRIGGER entry_judgement_no_delete BEFORE DELETE ON entry_judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;
CREATE TRIGGER entry_judgement_other_person BEFORE INSERT ON entry_judgement
WHEN NEW.verdict = 'approved' AND NEW.person =
  (SELECT entered_by FROM entry WHERE site = NEW.site AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'nobody approves an own entry'); END;

-- Each entry with what became of it.
CREATE VIEW entry_standing AS
SELECT entry.*, judged.verdict, judged.person, judged.at, judged.reason AS rejection,
  CASE WHEN corrected_by IS NOT NULL THEN 'corrected' ELSE coalesce(judged.verdict, 'entered') END
    AS status
FROM (
  SELECT entry.*, (
    SELECT newer.number FROM entry AS newer
    JOIN entry_judgement AS approval ON approval.site = newer.site
      AND approval.number = newer.number AND approval.verdict = 'approved'
    WHERE newer.site = entry.site AND newer.corrects = entry.number
  ) AS corrected_by FROM entry
) AS entry
LEFT JOIN entry_judgement AS judged ON judged.site = entry.site AND judged.number = entry.number;

-- One chain for the whole server: the hash of a line covers the hash of the line before it.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  site TEXT,
  line TEXT NOT NULL,
  hash BLOB NOT NULL
);
CREATE INDEX audit_site ON audit (site, sequence);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail never changes'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never deleted'); END;

-- content is the canonical JSON that a reviewer saw; a draft has none, it is compiled when asked.
-- sha256 is that of the content, inventory_sha256 that of the inventory alone within it.
CREATE TABLE inventory (
  site TEXT NOT NULL,
  number INTEGER NOT NULL,
  from_month TEXT NOT NULL,
  to_month TEXT NOT NULL,
  method TEXT NOT NULL,
  gwp TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'in-review', 'published')),
  prepared_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  reviewed_by TEXT,
  published_at INTEGER,
  restates INTEGER,
  reason TEXT,
  content BLOB,
  sha256 BLOB,
  inventory_sha256 BLOB,
  input_sha256 BLOB,
  PRIMARY KEY (site, number),
  FOREIGN KEY (site, restates) REFERENCES inventory (site, number),
  CHECK ((status = 'draft') = (content IS NULL)),
  CHECK ((status = 'published') = (reviewed_by IS NOT NULL)),
  CHECK (reviewed_by IS NULL OR reviewed_by <> prepared_by)
) WITHOUT ROWID;
-- A published inventory is restated at most once; the restating one can be restated in turn.
CREATE UNIQUE INDEX inventory_restates ON inventory (site, restates) WHERE restates IS NOT NULL;
CREATE TRIGGER inventory_published_no_update BEFORE UPDATE ON inventory
WHEN OLD.status = 'published'
BEGIN SELECT RAISE(ABORT, 'a published inventory never changes; restate it'); END;
CREATE TRIGGER inventory_no_delete BEFORE DELETE ON inventory
BEGIN SELECT RAISE(ABORT, 'an inventory is never deleted'); END;

CREATE TABLE base_year (
  site TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  threshold_percent TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at INTEGER NOT NULL
) WITHOUT ROWID;
