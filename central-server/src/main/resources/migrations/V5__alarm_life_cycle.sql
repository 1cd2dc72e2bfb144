-- Alarms get a life cycle: the rule that raised them, who saw them, and what they wasted.
ALTER TABLE alarm ADD COLUMN rule_version INTEGER;
ALTER TABLE alarm ADD COLUMN acknowledged_at INTEGER;
ALTER TABLE alarm ADD COLUMN acknowledged_by TEXT;
ALTER TABLE alarm ADD COLUMN note TEXT;
CREATE INDEX alarm_of_site ON alarm (site, raised_at);

-- Waste by alarm and local month (such as 2025-06): whole Wh, micrograms of CO2e, nano-yuan, and
-- the Wh for which there was no factor or no price.
CREATE TABLE alarm_waste (
  alarm INTEGER NOT NULL REFERENCES alarm (id),
  month TEXT NOT NULL,
  wasted_wh INTEGER NOT NULL,
  co2e_ug INTEGER NOT NULL,
  without_factor_wh INTEGER NOT NULL,
  cost_nano_yuan INTEGER NOT NULL,
  without_price_wh INTEGER NOT NULL,
  PRIMARY KEY (alarm, month)
) WITHOUT ROWID;

-- How far the rules have looked at a site's journal; changes together with the alarms they raise.
CREATE TABLE alert_mark (
  site TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL
) WITHOUT ROWID;

-- The daily comparison of meters is a rule now (meter-disagreement): its open alarms end here.
UPDATE alarm SET cleared_at = raised_at WHERE kind = 'balance' AND cleared_at IS NULL;
