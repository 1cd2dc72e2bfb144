-- The centre's tables. Times are epoch seconds in UTC, amounts whole numbers of the stored unit.

-- One row a site: where its journal stands. peaks are the Merkle frontier's hashes, 32 bytes each.
CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  agent_key BLOB NOT NULL,
  agent_store TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  hash BLOB NOT NULL,
  peaks BLOB NOT NULL,
  checkpoint TEXT NOT NULL,
  description TEXT NOT NULL,
  series TEXT NOT NULL,
  first_start INTEGER,
  last_end INTEGER,
  applied_at INTEGER NOT NULL
);

CREATE TABLE approved_key (
  site TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  approved_at INTEGER NOT NULL,
  PRIMARY KEY (site, fingerprint)
) WITHOUT ROWID;

-- id is site * 2^40 + sequence: one tree whose key is the row id, so that long lines append.
CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL,
  line TEXT NOT NULL
);

CREATE TABLE checkpoint (
  site INTEGER NOT NULL,
  size INTEGER NOT NULL,
  note TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (site, size)
) WITHOUT ROWID;

CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  site INTEGER NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (site, name)
);

-- Clustered by site and time: a site's quarter hours arrive in order, so its rows append.
CREATE TABLE interval_reading (
  site INTEGER NOT NULL,
  start INTEGER NOT NULL,
  point INTEGER NOT NULL,
  amount INTEGER,
  flag INTEGER NOT NULL,
  register INTEGER,
  PRIMARY KEY (site, start, point)
) WITHOUT ROWID;

-- Roll-ups: sums of what is known, and how many quarter hours stand behind them, by flag.
CREATE TABLE day_reading (
  point INTEGER NOT NULL,
  start INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  estimated_amount INTEGER NOT NULL,
  measured INTEGER NOT NULL,
  estimated INTEGER NOT NULL,
  integrated INTEGER NOT NULL,
  reset INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  PRIMARY KEY (point, start)
) WITHOUT ROWID;

CREATE TABLE month_reading (
  point INTEGER NOT NULL,
  start INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  estimated_amount INTEGER NOT NULL,
  measured INTEGER NOT NULL,
  estimated INTEGER NOT NULL,
  integrated INTEGER NOT NULL,
  reset INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  PRIMARY KEY (point, start)
) WITHOUT ROWID;

-- What a point counted in each quarter hour of a local day, packed: a year of a meter is 365 rows
-- instead of 35,040. One varint a quarter hour: 0 for a missing one, else the amount plus 1.
CREATE TABLE day_profile (
  point INTEGER NOT NULL,
  start INTEGER NOT NULL,
  amounts BLOB NOT NULL,
  PRIMARY KEY (point, start)
) WITHOUT ROWID;

-- The site's balance by quarter hour: sums over the points of a series, and how many of them are
-- missing. measured, estimated and missing count the points of import, export and production.
CREATE TABLE quarter_balance (
  site INTEGER NOT NULL,
  start INTEGER NOT NULL,
  grid_import INTEGER NOT NULL,
  grid_export INTEGER NOT NULL,
  production INTEGER NOT NULL,
  flexible INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  grid_import_missing INTEGER NOT NULL,
  grid_export_missing INTEGER NOT NULL,
  production_missing INTEGER NOT NULL,
  flexible_missing INTEGER NOT NULL,
  planned_missing INTEGER NOT NULL,
  estimated INTEGER NOT NULL,
  integrated INTEGER NOT NULL,
  reset INTEGER NOT NULL,
  PRIMARY KEY (site, start)
) WITHOUT ROWID;

CREATE TABLE state_day (
  site INTEGER NOT NULL,
  start INTEGER NOT NULL,
  machine TEXT NOT NULL,
  state TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  PRIMARY KEY (site, start, machine, state)
) WITHOUT ROWID;

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  sha256 BLOB NOT NULL UNIQUE,
  bytes BLOB NOT NULL
);

CREATE TABLE alarm (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  severity TEXT NOT NULL,
  text_en TEXT NOT NULL,
  text_zh TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  cleared_at INTEGER
);
CREATE UNIQUE INDEX alarm_open ON alarm (site, kind, subject) WHERE cleared_at IS NULL;
