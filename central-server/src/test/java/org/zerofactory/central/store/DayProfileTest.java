package org.zerofactory.central.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DayProfileTest {

  @Test
  void whatIsPackedComesBack() {
    Random random = new Random(1);
    for (int run = 0; run < 500; run++) {
      long[] amounts = new long[DayProfile.LONGEST];
      for (int i = 0; i < amounts.length; i++) {
        int kind = random.nextInt(4);
        amounts[i] =
            kind == 0
                ? DayProfile.MISSING
                : kind == 1 ? random.nextInt(300) : random.nextLong(10_000_000_001L);
      }
      long[] back = new long[DayProfile.LONGEST];
      Arrays.fill(back, 7);

      DayProfile.unpack(DayProfile.pack(amounts), back);

      assertThat(back).isEqualTo(amounts);
    }
  }

  @Test
  void missingIsNotZeroAndADayWithoutReadingsIsEmpty() {
    long[] amounts = new long[DayProfile.LONGEST];
    Arrays.fill(amounts, DayProfile.MISSING);
    amounts[1] = 0;

    assertThat(DayProfile.pack(amounts)).containsExactly(0, 1);
    amounts[1] = DayProfile.MISSING;
    assertThat(DayProfile.pack(amounts)).isEmpty();
  }

  @Test
  void damagedBytesAreRefused() {
    assertThatThrownBy(() -> DayProfile.unpack(new byte[] {(byte) 0x80}, new long[1]))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> DayProfile.unpack(new byte[] {1, 1}, new long[1]))
        .isInstanceOf(StoreException.class);
  }
}
