package org.zerofactory.datafile;

/** Finds the word a person probably meant. */
public final class NearestWord {

  private static final int LONGEST_WORD = 100;

  private NearestWord() {}

  /** {@code ; did you mean "grid"?} or nothing if no known word is near. */
  public static String proposal(String word, Iterable<String> known) {
    String nearest = "";
    // one slip in a short word, a third of the letters in a long one, never all letters
    int least = Math.min(1 + word.length() / 3, word.length() - 1);
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance <= least && (nearest.isEmpty() || distance < least)) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest.isEmpty() ? "" : "; did you mean \"" + nearest + "\"?";
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  static int distance(String one, String other) {
    if (one.length() > LONGEST_WORD || other.length() > LONGEST_WORD) {
      return Integer.MAX_VALUE;
    }
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, one, other, i, j);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int step(int[][] steps, String one, String other, int i, int j) {
    int replaced = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
