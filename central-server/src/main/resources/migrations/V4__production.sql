-- The production log: what the plant's production control reports as made. Times are epoch seconds.
CREATE TABLE production_run (
  site INTEGER NOT NULL,
  id TEXT NOT NULL,
  production_order TEXT NOT NULL,
  product TEXT NOT NULL,
  equipment TEXT NOT NULL,
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL,
  good INTEGER NOT NULL,
  scrap INTEGER NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (site, id)
) WITHOUT ROWID;
CREATE INDEX production_run_time ON production_run (site, start);
CREATE INDEX production_run_order ON production_run (site, production_order);

-- Seconds by machine and state in each quarter hour, one short text a quarter hour:
-- machine:state=seconds,state=seconds;machine:... with a state's code (0 to 4).
CREATE TABLE state_quarter (
  site INTEGER NOT NULL,
  start INTEGER NOT NULL,
  states TEXT NOT NULL,
  PRIMARY KEY (site, start)
) WITHOUT ROWID;

-- Product footprints as they were given out; a change is a new one that names those before it.
CREATE TABLE product_footprint (
  site INTEGER NOT NULL,
  id TEXT NOT NULL,
  subject TEXT NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, subject, version)
) WITHOUT ROWID;
