-- Credits, evidence and claims. Rows are never changed or deleted: what happens to one is a row of
-- its own. Days are ISO dates, times epoch milliseconds, serials and kilograms whole numbers.

CREATE TABLE offset_credit (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  year INTEGER NOT NULL,
  registry TEXT NOT NULL,
  block TEXT NOT NULL,
  first_serial INTEGER NOT NULL,
  last_serial INTEGER NOT NULL CHECK (last_serial >= first_serial),
  project TEXT NOT NULL,
  methodology TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('removal', 'avoidance')),
  vintage INTEGER NOT NULL,
  kilograms INTEGER NOT NULL CHECK (kilograms > 0),
  registered_by TEXT NOT NULL,
  registered_at INTEGER NOT NULL
);
CREATE INDEX offset_credit_site ON offset_credit (site, year);
CREATE INDEX offset_credit_serials ON offset_credit (registry, block, first_serial);

CREATE TABLE offset_retirement (
  credit INTEGER PRIMARY KEY REFERENCES offset_credit (id),
  day TEXT NOT NULL,
  beneficiary TEXT NOT NULL,
  document BLOB NOT NULL REFERENCES document (sha256),
  retired_by TEXT NOT NULL,
  retired_at INTEGER NOT NULL
);

CREATE TABLE offset_withdrawal (
  credit INTEGER PRIMARY KEY REFERENCES offset_credit (id),
  reason TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL,
  withdrawn_at INTEGER NOT NULL
);

-- fact and value: what the document states, which the program does not know itself.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  year INTEGER NOT NULL,
  scheme TEXT NOT NULL,
  criterion TEXT NOT NULL,
  kind TEXT NOT NULL,
  document BLOB NOT NULL REFERENCES document (sha256),
  valid_until TEXT,
  fact TEXT,
  value TEXT,
  attached_by TEXT NOT NULL,
  attached_at INTEGER NOT NULL,
  CHECK ((fact IS NULL) = (value IS NULL))
);
CREATE INDEX evidence_site ON evidence (site, year);

CREATE TABLE evidence_detachment (
  evidence INTEGER PRIMARY KEY REFERENCES evidence (id),
  reason TEXT NOT NULL,
  detached_by TEXT NOT NULL,
  detached_at INTEGER NOT NULL
);

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  year INTEGER NOT NULL,
  scheme TEXT NOT NULL,
  scopes TEXT NOT NULL,
  method TEXT NOT NULL,
  offsets TEXT NOT NULL,
  text_en TEXT NOT NULL,
  text_zh TEXT NOT NULL,
  day TEXT NOT NULL,
  claimed_by TEXT NOT NULL,
  claimed_at INTEGER NOT NULL
);
CREATE INDEX claim_site ON claim (site, year);

CREATE TRIGGER offset_credit_no_update BEFORE UPDATE ON offset_credit
BEGIN SELECT RAISE(ABORT, 'a registered credit never changes; withdraw it'); END;
CREATE TRIGGER offset_credit_no_delete BEFORE DELETE ON offset_credit
BEGIN SELECT RAISE(ABORT, 'a registered credit is never deleted; withdraw it'); END;
CREATE TRIGGER offset_retirement_no_update BEFORE UPDATE ON offset_retirement
BEGIN SELECT RAISE(ABORT, 'a retirement never changes'); END;
CREATE TRIGGER offset_retirement_no_delete BEFORE DELETE ON offset_retirement
BEGIN SELECT RAISE(ABORT, 'a retirement is never deleted'); END;
CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'attached evidence never changes; detach it'); END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'attached evidence is never deleted; detach it'); END;
