package org.zerofactory.domain.fleet;

import java.time.YearMonth;

/** What alarms of one rule wasted in a local month. */
public record MonthlyWaste(String rule, YearMonth month, WasteSum waste) {}
