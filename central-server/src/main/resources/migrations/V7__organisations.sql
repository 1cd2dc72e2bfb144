-- Inventories of organisations, in the form of those of sites (V2): the sum of their sites'
-- inventories, which the content names with their hashes. Their steps stand in the audit trail without
-- a site.
CREATE TABLE organisation_inventory (
  organisation TEXT NOT NULL,
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
  PRIMARY KEY (organisation, number),
  FOREIGN KEY (organisation, restates) REFERENCES organisation_inventory (organisation, number),
  CHECK ((status = 'draft') = (content IS NULL)),
  CHECK ((status = 'published') = (reviewed_by IS NOT NULL)),
  CHECK (reviewed_by IS NULL OR reviewed_by <> prepared_by)
) WITHOUT ROWID;
-- A published inventory is restated at most once; the restating one can be restated in turn.
CREATE UNIQUE INDEX organisation_inventory_restates
  ON organisation_inventory (organisation, restates) WHERE restates IS NOT NULL;
CREATE TRIGGER organisation_inventory_published_no_update BEFORE UPDATE ON organisation_inventory
WHEN OLD.status = 'published'
BEGIN SELECT RAISE(ABORT, 'a published inventory never changes; restate it'); END;
CREATE TRIGGER organisation_inventory_no_delete BEFORE DELETE ON organisation_inventory
BEGIN SELECT RAISE(ABORT, 'an inventory is never deleted'); END;

CREATE TABLE organisation_base_year (
  organisation TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  threshold_percent TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at INTEGER NOT NULL
) WITHOUT ROWID;
