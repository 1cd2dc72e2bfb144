package org.zerofactory.central;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** Sites for tests: a connection, a roof, a feeder with two machines below it. */
public final class TestSites {

  public static final String IMPORT = "grid/energy-import";
  public static final String EXPORT = "grid/energy-export";
  public static final String PV = "pv-1/energy-produced";
  public static final String FEEDER = "feeder/energy-import";
  public static final String OVEN = "oven/energy-import";
  public static final String PRESS = "press/energy-import";
  public static final String PLAN = "oven-plan/planned-energy";
  public static final String GAS = "gas/gas-volume";

  private TestSites() {}

  public static SiteDescription site(String id, String zone) {
    List<MeterDescription> meters =
        List.of(
            meter(
                "grid",
                MeterRole.GRID,
                Optional.empty(),
                Quantity.ENERGY_IMPORT,
                Quantity.ENERGY_EXPORT,
                Quantity.ACTIVE_POWER),
            meter(
                "pv-1",
                MeterRole.PV,
                Optional.empty(),
                Quantity.ENERGY_PRODUCED,
                Quantity.ACTIVE_POWER),
            meter(
                "feeder",
                MeterRole.LOAD,
                Optional.empty(),
                Quantity.ENERGY_IMPORT,
                Quantity.ACTIVE_POWER),
            meter(
                "oven",
                MeterRole.LOAD,
                Optional.of("feeder"),
                Quantity.ENERGY_IMPORT,
                Quantity.ACTIVE_POWER),
            meter("press", MeterRole.LOAD, Optional.of("feeder"), Quantity.ENERGY_IMPORT),
            gas(),
            plan());
    return new SiteDescription(
        id,
        "Site " + id,
        ZoneId.of(zone),
        true,
        "CN",
        "central",
        meters,
        List.of(new MachineDescription("oven", "Oven", Optional.of("heat"))));
  }

  /** A site with as many loads as are wanted, for measuring. */
  public static SiteDescription wide(String id, int loads) {
    List<MeterDescription> meters = new ArrayList<>(site(id, "Asia/Shanghai").meters());
    for (int i = 0; i < loads; i++) {
      meters.add(meter("load-" + i, MeterRole.LOAD, Optional.of("feeder"), Quantity.ENERGY_IMPORT));
    }
    SiteDescription site = site(id, "Asia/Shanghai");
    return new SiteDescription(
        id, site.name(), site.zone(), true, "CN", "central", meters, site.machines());
  }

  /** A connection and a roof that tell power and nothing else. */
  public static SiteDescription powerOnly(String id) {
    SiteDescription site = site(id, "Asia/Shanghai");
    List<MeterDescription> meters =
        List.of(
            meter("grid", MeterRole.GRID, Optional.empty(), Quantity.ACTIVE_POWER),
            meter("roof", MeterRole.PV, Optional.empty(), Quantity.ACTIVE_POWER));
    return new SiteDescription(
        id, site.name(), site.zone(), true, "CN", "central", meters, List.of());
  }

  private static MeterDescription meter(
      String id, MeterRole role, Optional<String> parent, Quantity... quantities) {
    return new MeterDescription(
        id,
        "Meter " + id,
        Carrier.ELECTRICITY,
        role,
        parent,
        role == MeterRole.LOAD ? Optional.of("heat") : Optional.empty(),
        Optional.empty(),
        Stream.of(quantities)
            .map(quantity -> new PointDescription(quantity, OptionalLong.empty()))
            .toList());
  }

  private static MeterDescription gas() {
    return new MeterDescription(
        "gas",
        "Gas",
        Carrier.NATURAL_GAS,
        MeterRole.GAS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new PointDescription(Quantity.GAS_VOLUME, OptionalLong.empty())));
  }

  private static MeterDescription plan() {
    return new MeterDescription(
        "oven-plan",
        "Plan of the oven",
        Carrier.NONE,
        MeterRole.REFERENCE_PLAN,
        Optional.empty(),
        Optional.empty(),
        Optional.of("oven"),
        List.of(new PointDescription(Quantity.PLANNED_ENERGY, OptionalLong.empty())));
  }
}
