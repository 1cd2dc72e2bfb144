package org.zerofactory.schedule.dispatch;

import java.util.Arrays;
import java.util.List;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * The dispatch as a linear program: minimise {@code cost . v} with {@code A v = right} and {@code 0
 * <= v <= upper}. Columns are, per battery and slot, power charged, power discharged and energy
 * stored (kW slots above the least); per flexible load and slot of its window its power; per slot
 * the pieces of its convex price, cheapest first; per slot and scenario that can make the peak the
 * room below it; and each scenario's peak. Rows are the power of each slot, each battery's energy
 * after each slot, the room below the peak, and each flexible load's energy. {@code A} is never
 * stored: its entries are 1, -1 and efficiencies.
 */
final class DispatchProgram {

  /** Slots' prices reach this far beyond what the devices can do, so that no end of them binds. */
  private static final double MARGIN = 0.05;

  /** Price of moving energy for nothing, as a share of the dearest slot's price. */
  private static final double IDLE_PREFERENCE = 1e-7;

  final int slots;
  final List<GridBattery> batteries;
  final List<FlexibleLoad> loads;

  /** kW per unit of the program. */
  final double power;

  /** Money per unit of the program's cost of a unit of power. */
  final double money;

  /** Money that is spent whatever the columns are. */
  final double constant;

  final int[] firstOfLoad;
  final int[] firstPiece;
  final int[] firstRoom;
  final int[] peakOfRoom;
  final int peaks;
  final int roomColumn;
  final int peakColumn;
  final int columns;
  final int storedRow;
  final int roomRow;
  final int loadRow;
  final int rows;
  final double[] upper;
  final double[] cost;

  /** Share of {@code cost} that only keeps batteries from moving energy for nothing. */
  final double[] preference;

  final double[] right;

  DispatchProgram(
      SlotEnergy energy, SlotPrice price, List<GridBattery> batteries, List<FlexibleLoad> loads) {
    this.slots = price.slots;
    this.batteries = batteries;
    this.loads = loads;
    double low = 0;
    double high = 0;
    double strongest = 0;
    for (GridBattery battery : batteries) {
      low -= battery.dischargeKw();
      high += battery.chargeKw();
      strongest = Math.max(strongest, Math.max(battery.chargeKw(), battery.dischargeKw()));
    }
    for (FlexibleLoad load : loads) {
      high += load.maximumKw();
      strongest = Math.max(strongest, load.maximumKw());
    }
    this.power = strongest;
    double margin = MARGIN * strongest;
    low -= margin;
    high += margin;
    PeakRooms rooms = PeakRooms.of(energy, price, low, high);
    this.peaks = rooms.scenarios().length;
    this.firstRoom = rooms.firstOfSlot();
    this.peakOfRoom = rooms.peakOfRoom();
    double[][] bends = new double[slots][];
    this.firstPiece = new int[slots + 1];
    this.firstOfLoad = new int[loads.size() + 1];
    int column = 3 * slots * batteries.size();
    for (int i = 0; i < loads.size(); i++) {
      firstOfLoad[i] = column;
      column += loads.get(i).toSlot() - loads.get(i).fromSlot();
    }
    firstOfLoad[loads.size()] = column;
    for (int slot = 0; slot < slots; slot++) {
      bends[slot] = price.bends(slot, low, high);
      firstPiece[slot] = column;
      column += bends[slot].length - 1;
    }
    firstPiece[slots] = column;
    this.roomColumn = column;
    this.peakColumn = roomColumn + peakOfRoom.length;
    this.columns = peakColumn + peaks;
    this.storedRow = slots;
    this.roomRow = storedRow + slots * batteries.size();
    this.loadRow = roomRow + peakOfRoom.length;
    this.rows = loadRow + loads.size();
    this.upper = new double[columns];
    this.cost = new double[columns];
    this.preference = new double[columns];
    this.right = new double[rows];
    double least = rooms.constant();
    for (int slot = 0; slot < slots; slot++) {
      least += price.of(slot, low);
      pieces(price, slot, bends[slot]);
    }
    this.constant = least;
    this.money = price.dearest();
    rooms(rooms, low, high);
    devices(price.hours, low);
    scale();
  }

  private void pieces(SlotPrice price, int slot, double[] bends) {
    for (int i = 1; i < bends.length; i++) {
      int column = firstPiece[slot] + i - 1;
      upper[column] = bends[i] - bends[i - 1];
      cost[column] =
          upper[column] > 0
              ? (price.of(slot, bends[i]) - price.of(slot, bends[i - 1])) / upper[column]
              : 0;
    }
  }

  private void rooms(PeakRooms rooms, double low, double high) {
    for (int room = 0; room < peakOfRoom.length; room++) {
      right[roomRow + room] = rooms.belowLeast()[room] - low;
      upper[roomColumn + room] =
          right[roomRow + room] + rooms.range()[peakOfRoom[room]] + MARGIN * power;
    }
    for (int peak = 0; peak < peaks; peak++) {
      upper[peakColumn + peak] = rooms.range()[peak] + MARGIN * power;
      cost[peakColumn + peak] = rooms.price()[peak];
    }
  }

  private void devices(double hours, double low) {
    Arrays.fill(right, 0, slots, low);
    for (int number = 0; number < batteries.size(); number++) {
      GridBattery battery = batteries.get(number);
      int charge = charge(number);
      int discharge = discharge(number);
      int stored = stored(number);
      double capacity = battery.maximumKwh() - battery.minimumKwh();
      Arrays.fill(upper, charge, charge + slots, battery.chargeKw());
      Arrays.fill(upper, discharge, discharge + slots, battery.dischargeKw());
      Arrays.fill(upper, stored, stored + slots, capacity / hours);
      upper[stored + slots - 1] = (battery.maximumKwh() - battery.finalKwh()) / hours;
      double wear = battery.wearCost() * hours;
      Arrays.fill(cost, discharge, discharge + slots, wear + IDLE_PREFERENCE * money);
      Arrays.fill(preference, discharge, discharge + slots, IDLE_PREFERENCE);
      int row = storedRow + number * slots;
      right[row] += (battery.initialKwh() - battery.minimumKwh()) / hours;
      right[row + slots - 1] -= (battery.finalKwh() - battery.minimumKwh()) / hours;
    }
    for (int number = 0; number < loads.size(); number++) {
      FlexibleLoad load = loads.get(number);
      Arrays.fill(upper, firstOfLoad[number], firstOfLoad[number + 1], load.maximumKw());
      right[loadRow + number] = load.energyKwh() / hours;
    }
  }

  private void scale() {
    for (int column = 0; column < columns; column++) {
      upper[column] /= power;
      cost[column] /= money;
    }
    for (int row = 0; row < rows; row++) {
      right[row] /= power;
    }
  }

  int charge(int battery) {
    return 3 * slots * battery;
  }

  int discharge(int battery) {
    return 3 * slots * battery + slots;
  }

  int stored(int battery) {
    return 3 * slots * battery + 2 * slots;
  }

  /** {@code result = A v}. */
  void multiply(double[] v, double[] result) {
    Arrays.fill(result, 0);
    for (int number = 0; number < batteries.size(); number++) {
      double in = batteries.get(number).chargeEfficiency();
      double out = 1 / batteries.get(number).dischargeEfficiency();
      int charge = charge(number);
      int row = storedRow + number * slots;
      double before = 0;
      for (int slot = 0; slot < slots; slot++) {
        double charged = v[charge + slot];
        double discharged = v[charge + slots + slot];
        double stored = v[charge + 2 * slots + slot];
        result[slot] += charged - discharged;
        result[row + slot] = stored - before - in * charged + out * discharged;
        before = stored;
      }
    }
    for (int number = 0; number < loads.size(); number++) {
      int slot = loads.get(number).fromSlot();
      double sum = 0;
      for (int column = firstOfLoad[number]; column < firstOfLoad[number + 1]; column++) {
        result[slot++] += v[column];
        sum += v[column];
      }
      result[loadRow + number] = sum;
    }
    for (int slot = 0; slot < slots; slot++) {
      double sum = 0;
      for (int column = firstPiece[slot]; column < firstPiece[slot + 1]; column++) {
        sum += v[column];
      }
      result[slot] -= sum;
      for (int room = firstRoom[slot]; room < firstRoom[slot + 1]; room++) {
        result[roomRow + room] = sum + v[roomColumn + room] - v[peakColumn + peakOfRoom[room]];
      }
    }
  }

  /** {@code result = A' y}. */
  void multiplyTransposed(double[] y, double[] result) {
    Arrays.fill(result, peakColumn, columns, 0);
    for (int number = 0; number < batteries.size(); number++) {
      double in = batteries.get(number).chargeEfficiency();
      double out = 1 / batteries.get(number).dischargeEfficiency();
      int charge = charge(number);
      int row = storedRow + number * slots;
      for (int slot = 0; slot < slots; slot++) {
        double worth = y[row + slot];
        double next = slot + 1 < slots ? y[row + slot + 1] : 0;
        result[charge + slot] = y[slot] - in * worth;
        result[charge + slots + slot] = out * worth - y[slot];
        result[charge + 2 * slots + slot] = worth - next;
      }
    }
    for (int number = 0; number < loads.size(); number++) {
      int slot = loads.get(number).fromSlot();
      for (int column = firstOfLoad[number]; column < firstOfLoad[number + 1]; column++) {
        result[column] = y[slot++] + y[loadRow + number];
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      double sum = -y[slot];
      for (int room = firstRoom[slot]; room < firstRoom[slot + 1]; room++) {
        double below = y[roomRow + room];
        sum += below;
        result[roomColumn + room] = below;
        result[peakColumn + peakOfRoom[room]] -= below;
      }
      for (int column = firstPiece[slot]; column < firstPiece[slot + 1]; column++) {
        result[column] = sum;
      }
    }
  }
}
