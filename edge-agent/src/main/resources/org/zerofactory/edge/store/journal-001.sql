CREATE TABLE block (
  sequence INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  hash     BLOB NOT NULL,
  leaf     BLOB NOT NULL,
  line     TEXT NOT NULL
);
CREATE INDEX block_site ON block (sequence) WHERE kind = 'site';
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;
