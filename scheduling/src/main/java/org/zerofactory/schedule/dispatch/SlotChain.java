package org.zerofactory.schedule.dispatch;

import java.util.Arrays;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * The rows of slots, rooms and stored energies of {@code A D A'}, without what the peaks add, as
 * {@code L P L'} with a diagonal {@code P}. Within a slot the rooms are eliminated first, then the
 * power; what remains is a chain of the batteries' energies from slot to slot. Pivots are sums of
 * what is positive, so they keep their digits however small they get.
 */
final class SlotChain {

  private static final double TINY = 1e-300;

  private final DispatchProgram program;
  private final int slots;
  private final int batteries;

  /** Per slot: {@code D} of the pieces in line with that of the rooms. */
  private final double[] share;

  /** Entries between a slot's power and each battery's energy. */
  private final double[] link;

  /** Per slot: inverse of the pivot block of the batteries, and its lower factor. */
  private final double[] inverse;

  private final double[] lower;

  /** Factor of the rooms of a slot: what a room passes on to later ones. */
  private final double[] passed;

  /** One per row, but for the flexible loads' rows. */
  final double[] pivot;

  private final double[] rest;
  private final double[] scratch;
  private double[] d = new double[0];

  SlotChain(DispatchProgram program) {
    this.program = program;
    this.slots = program.slots;
    this.batteries = program.batteries.size();
    this.share = new double[slots];
    this.link = new double[slots * batteries];
    this.inverse = new double[slots * batteries * batteries];
    this.lower = new double[slots * batteries * batteries];
    this.passed = new double[program.peakOfRoom.length];
    this.pivot = new double[program.loadRow];
    this.rest = new double[batteries * batteries];
    this.scratch = new double[batteries * batteries];
  }

  /**
   * @param diagonal one positive value per column, 0 for columns that cannot change
   */
  void factor(double[] diagonal) {
    this.d = diagonal;
    for (int slot = 0; slot < slots; slot++) {
      double pieces = 0;
      for (int at = program.firstPiece[slot]; at < program.firstPiece[slot + 1]; at++) {
        pieces += d[at];
      }
      share[slot] = rooms(slot, pieces);
      pivot[slot] = share[slot] + TINY;
    }
    for (int number = 0; number < program.loads.size(); number++) {
      int slot = program.loads.get(number).fromSlot();
      int end = program.firstOfLoad[number + 1];
      for (int at = program.firstOfLoad[number]; at < end; at++) {
        pivot[slot++] += d[at];
      }
    }
    if (batteries > 0) {
      chain();
    }
  }

  /** Pivots of a slot's rooms: a diagonal and the same {@code pieces} everywhere. */
  private double rooms(int slot, double pieces) {
    double scale = 1;
    for (int room = program.firstRoom[slot]; room < program.firstRoom[slot + 1]; room++) {
      double own = d[program.roomColumn + room];
      double next = scale + pieces / own;
      pivot[program.roomRow + room] = own * next / scale;
      passed[room] = pieces / (own * next);
      scale = next;
    }
    return pieces / scale;
  }

  private void chain() {
    Arrays.fill(rest, 0);
    int square = batteries * batteries;
    for (int slot = 0; slot < slots; slot++) {
      if (slot > 0) {
        carry(slot - 1);
      }
      addDevices(slot);
      int at = slot * square;
      System.arraycopy(rest, 0, inverse, at, square);
      for (int b = 0; b < batteries; b++) {
        inverse[at + b * batteries + b] += d[program.stored(b) + slot] + TINY;
      }
      System.arraycopy(inverse, at, lower, at, square);
      SmallMatrix.factor(lower, at, batteries);
      for (int b = 0; b < batteries; b++) {
        pivot[program.storedRow + b * slots + slot] = lower[at + b * batteries + b];
      }
      SmallMatrix.invert(inverse, at, batteries);
    }
  }

  /** {@code rest = E (E + rest)^-1 rest} with the stored energies' diagonal {@code E}. */
  private void carry(int before) {
    int at = before * batteries * batteries;
    for (int i = 0; i < batteries; i++) {
      double stored = d[program.stored(i) + before];
      for (int j = 0; j < batteries; j++) {
        double sum = 0;
        for (int k = 0; k < batteries; k++) {
          sum += inverse[at + i * batteries + k] * rest[k * batteries + j];
        }
        scratch[i * batteries + j] = stored * sum;
      }
    }
    for (int i = 0; i < batteries; i++) {
      for (int j = 0; j < batteries; j++) {
        rest[i * batteries + j] = 0.5 * (scratch[i * batteries + j] + scratch[j * batteries + i]);
      }
    }
  }

  /** Adds what the powers of a slot give once the slot's own row is eliminated. */
  private void addDevices(int slot) {
    double others = pivot[slot];
    double sum = others;
    for (int b = 0; b < batteries; b++) {
      sum += both(b, slot);
    }
    pivot[slot] = sum;
    for (int b = 0; b < batteries; b++) {
      GridBattery battery = program.batteries.get(b);
      double in = battery.chargeEfficiency();
      double out = 1 / battery.dischargeEfficiency();
      double charge = d[program.charge(b) + slot];
      double discharge = d[program.discharge(b) + slot];
      link[slot * batteries + b] = -(in * charge + out * discharge) / sum;
      double beside = others;
      for (int c = 0; c < batteries; c++) {
        beside += c == b ? 0 : both(c, slot);
      }
      double moved = in * in * charge + out * out * discharge;
      double lost = charge * discharge * (in - out) * (in - out);
      rest[b * batteries + b] += (moved * beside + lost) / sum;
    }
    for (int b = 0; b < batteries; b++) {
      for (int c = 0; c < b; c++) {
        double product = link[slot * batteries + b] * link[slot * batteries + c] * sum;
        rest[b * batteries + c] -= product;
        rest[c * batteries + b] -= product;
      }
    }
  }

  private double both(int battery, int slot) {
    return d[program.charge(battery) + slot] + d[program.discharge(battery) + slot];
  }

  /** Overwrites {@code r} with {@code L^-1 r}. */
  void forward(double[] r) {
    for (int slot = 0; slot < slots; slot++) {
      double rooms = 0;
      double passing = 0;
      for (int room = program.firstRoom[slot]; room < program.firstRoom[slot + 1]; room++) {
        int row = program.roomRow + room;
        rooms += r[row] / d[program.roomColumn + room];
        r[row] -= passing;
        passing += passed[room] * r[row];
      }
      r[slot] += share[slot] * rooms;
      for (int b = 0; b < batteries; b++) {
        r[program.storedRow + b * slots + slot] -= link[slot * batteries + b] * r[slot];
      }
    }
    for (int slot = 1; slot < slots; slot++) {
      for (int b = 0; b < batteries; b++) {
        int row = program.storedRow + b * slots + slot;
        r[row] += d[program.stored(b) + slot - 1] * inverseTimes(b, r, slot - 1);
      }
    }
    for (int slot = 0; slot < slots && batteries > 1; slot++) {
      int at = slot * batteries * batteries;
      for (int b = 1; b < batteries; b++) {
        for (int c = 0; c < b; c++) {
          r[program.storedRow + b * slots + slot] -=
              lower[at + b * batteries + c] * r[program.storedRow + c * slots + slot];
        }
      }
    }
  }

  private double inverseTimes(int battery, double[] r, int slot) {
    int at = slot * batteries * batteries + battery * batteries;
    double sum = 0;
    for (int c = 0; c < batteries; c++) {
      sum += inverse[at + c] * r[program.storedRow + c * slots + slot];
    }
    return sum;
  }

  /** Overwrites {@code r} with {@code L'^-1 r}. */
  void backward(double[] r) {
    for (int slot = slots - 1; slot >= 0; slot--) {
      int at = slot * batteries * batteries;
      for (int b = batteries - 1; b >= 0; b--) {
        for (int c = b + 1; c < batteries; c++) {
          r[program.storedRow + b * slots + slot] -=
              lower[at + c * batteries + b] * r[program.storedRow + c * slots + slot];
        }
      }
      if (slot + 1 < slots) {
        next(r, slot);
      }
      for (int b = 0; b < batteries; b++) {
        r[slot] -= link[slot * batteries + b] * r[program.storedRow + b * slots + slot];
      }
      double passing = 0;
      for (int room = program.firstRoom[slot + 1] - 1; room >= program.firstRoom[slot]; room--) {
        int row = program.roomRow + room;
        r[row] -= passed[room] * passing;
        passing += r[row];
      }
      double power = share[slot] * r[slot];
      for (int room = program.firstRoom[slot]; room < program.firstRoom[slot + 1]; room++) {
        r[program.roomRow + room] += power / d[program.roomColumn + room];
      }
    }
  }

  /** Adds what the batteries' energies after the next slot give. */
  private void next(double[] r, int slot) {
    int at = slot * batteries * batteries;
    for (int b = 0; b < batteries; b++) {
      double sum = 0;
      for (int c = 0; c < batteries; c++) {
        int later = program.storedRow + c * slots + slot + 1;
        sum += inverse[at + b * batteries + c] * d[program.stored(c) + slot] * r[later];
      }
      r[program.storedRow + b * slots + slot] += sum;
    }
  }
}
