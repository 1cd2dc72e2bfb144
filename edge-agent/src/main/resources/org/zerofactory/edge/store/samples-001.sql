CREATE TABLE point (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE sample (
  time_ms  INTEGER NOT NULL,
  point    INTEGER NOT NULL,
  value    REAL,
  status   INTEGER NOT NULL,
  delay_ms INTEGER NOT NULL,
  PRIMARY KEY (time_ms, point)
) WITHOUT ROWID;
CREATE TABLE source (
  id          TEXT PRIMARY KEY,
  complete_ms INTEGER NOT NULL
) WITHOUT ROWID;
