package org.zerofactory.schedule.search;

/** In which order the jobs of each flow line pass it. */
final class Order {

  private final Layout at;
  private final int jobs;
  private final Cells cells;

  Order(Layout at) {
    this.at = at;
    this.jobs = at.jobs;
    this.cells = new Cells(at.problem.flowLines().size() * 2 * (jobs + 1));
    reset();
  }

  /** Job after it on the line; the argument {@code NONE} asks for the first. */
  int next(int line, int job) {
    return out(cells.get(cell(line, 0, job)));
  }

  /** Job before it on the line; the argument {@code NONE} asks for the last. */
  int previous(int line, int job) {
    return out(cells.get(cell(line, 1, job)));
  }

  void unlink(int line, int job) {
    int earlier = previous(line, job);
    int later = next(line, job);
    set(line, 0, earlier, later);
    set(line, 1, later, earlier);
  }

  /** Puts an unlinked job behind another one, or first behind {@code NONE}. */
  void link(int line, int job, int earlier) {
    int later = next(line, earlier);
    set(line, 0, job, later);
    set(line, 1, job, earlier);
    set(line, 0, earlier, job);
    set(line, 1, later, job);
  }

  void begin() {
    cells.begin();
  }

  void rollback() {
    cells.rollback();
  }

  /** All lines empty. */
  void reset() {
    for (int line = 0; line < at.problem.flowLines().size(); line++) {
      for (int job = PlanState.NONE; job < jobs; job++) {
        set(line, 0, job, PlanState.NONE);
        set(line, 1, job, PlanState.NONE);
      }
    }
    cells.begin();
  }

  private void set(int line, int direction, int job, int to) {
    cells.set(cell(line, direction, job), to == PlanState.NONE ? jobs : to);
  }

  private int out(int value) {
    return value == jobs ? PlanState.NONE : value;
  }

  private int cell(int line, int direction, int job) {
    return (line * 2 + direction) * (jobs + 1) + (job == PlanState.NONE ? jobs : job);
  }
}
