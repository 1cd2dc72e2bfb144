-- Certificates and power contracts. Energies are whole Wh, times epoch seconds in UTC, dates and
-- months local. Nothing of it is changed or deleted: what happened is told by events.

CREATE TABLE instrument (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  registry TEXT NOT NULL,
  serial_prefix TEXT,
  serial_first INTEGER,
  serial_last INTEGER,
  serial_digits INTEGER,
  device TEXT NOT NULL,
  technology TEXT NOT NULL,
  commissioned TEXT NOT NULL,
  country TEXT NOT NULL,
  province TEXT,
  grid_region TEXT,
  production_from INTEGER NOT NULL,
  production_to INTEGER NOT NULL,
  issued TEXT NOT NULL,
  energy_wh INTEGER NOT NULL CHECK (energy_wh > 0),
  micrograms_per_wh INTEGER,
  attribute_owner TEXT NOT NULL,
  tradable INTEGER NOT NULL,
  legacy INTEGER NOT NULL,
  delivered_basis INTEGER NOT NULL,
  contract TEXT,
  generation_wh INTEGER,
  document TEXT NOT NULL,
  granular TEXT,
  entered_by TEXT NOT NULL,
  entered_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX instrument_serial ON instrument (registry, serial_prefix, serial_first)
  WHERE serial_first IS NOT NULL;
CREATE INDEX instrument_device ON instrument (device, production_from);

CREATE TABLE instrument_allocation (
  id INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL REFERENCES instrument (id),
  site TEXT NOT NULL,
  month TEXT NOT NULL,
  energy_wh INTEGER NOT NULL CHECK (energy_wh > 0),
  serial_first INTEGER,
  serial_last INTEGER,
  entered_by TEXT NOT NULL,
  entered_at INTEGER NOT NULL
);
CREATE INDEX instrument_allocation_of ON instrument_allocation (instrument);

CREATE TABLE instrument_retirement (
  allocation INTEGER PRIMARY KEY REFERENCES instrument_allocation (id),
  date TEXT NOT NULL,
  beneficiary TEXT NOT NULL,
  reference TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at INTEGER NOT NULL
);

CREATE TABLE instrument_event (
  id INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL,
  at INTEGER NOT NULL,
  person TEXT NOT NULL,
  event TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX instrument_event_of ON instrument_event (instrument);

CREATE TRIGGER instrument_stays BEFORE UPDATE ON instrument
BEGIN SELECT RAISE(ABORT, 'an instrument is never changed'); END;
CREATE TRIGGER instrument_is_kept BEFORE DELETE ON instrument
BEGIN SELECT RAISE(ABORT, 'an instrument is never deleted'); END;
CREATE TRIGGER instrument_allocation_stays BEFORE UPDATE ON instrument_allocation
BEGIN SELECT RAISE(ABORT, 'an allocation is never changed'); END;
CREATE TRIGGER instrument_allocation_is_kept BEFORE DELETE ON instrument_allocation
BEGIN SELECT RAISE(ABORT, 'an allocation is never deleted'); END;
CREATE TRIGGER instrument_retirement_stays BEFORE UPDATE ON instrument_retirement
BEGIN SELECT RAISE(ABORT, 'a retirement is never changed'); END;
CREATE TRIGGER instrument_retirement_is_kept BEFORE DELETE ON instrument_retirement
BEGIN SELECT RAISE(ABORT, 'a retirement is never deleted'); END;
CREATE TRIGGER instrument_event_stays BEFORE UPDATE ON instrument_event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER instrument_event_is_kept BEFORE DELETE ON instrument_event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
