package org.zerofactory.edge;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.schedule.ProductionPlan;
import org.zerofactory.domain.schedule.ProductionPlanJson;
import org.zerofactory.domain.schedule.ScheduleFaultsException;
import org.zerofactory.schedule.PlanFaults;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.ReferencePlanner;
import org.zerofactory.schedule.SolarPlanner;
import org.zerofactory.schedule.dispatch.DispatchingPlanner;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.orders.EarliestLoads;
import org.zerofactory.schedule.orders.PlanningTask;
import org.zerofactory.schedule.orders.Translation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zerofactory schedule}: a plan under the sun, and orders as they come beside it. */
@Command(
    name = "schedule",
    description = "Plans orders under the sun, and shows what they take as they come beside it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the plan has all orders and breaks no rule",
      "1:failure",
      "2:wrong usage",
      "3:a plan was made, but it lacks an order or breaks a rule; both are named",
      "4:a site, plant, order or forecast file is invalid; every fault is named"
    })
final class ScheduleCommand implements Callable<Integer> {

  static final int INCOMPLETE = 3;

  @Mixin private ScheduleInputs inputs = new ScheduleInputs();

  @Option(
      names = "--seconds",
      paramLabel = "<s>",
      defaultValue = "10",
      description = "processor time of the search (default: 10)")
  private double seconds = 10;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "of the search's random choices (default: 1)")
  private long seed = 1;

  @Option(names = "--json", description = "one line of JSON (docs/production-plan.schema.json)")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private record Plans(ProductionPlan plan, ProductionPlan reference, List<GridFault> faults) {}

  ScheduleCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    if (!(seconds > 0 && seconds <= 3_600)) {
      throw new CommandLine.ParameterException(
          command, "--seconds: expected more than 0 to 3600, found " + seconds);
    }
    PlanningTask task;
    Translation translation;
    try {
      task = inputs.task(command);
      translation = Translation.of(task);
    } catch (RowFaultsException | ScheduleFaultsException wrong) {
      PrintWriter err = command.getErr();
      String.valueOf(wrong.getMessage())
          .lines()
          .forEach(line -> err.println("zerofactory schedule: " + line));
      err.flush();
      return ExitCodes.CONFIG_INVALID;
    }
    Plans plans = plans(translation, Instant.now());
    show(plans, task.plant().zone(), command.getOut());
    command.getOut().flush();
    boolean complete =
        plans.faults().isEmpty()
            && plans.plan().unplaceable().isEmpty()
            && plans.plan().late().stream().noneMatch(ProductionPlan.Late::firm);
    return complete ? ExitCodes.OK : INCOMPLETE;
  }

  private Plans plans(Translation translation, Instant madeAt) {
    PlannerSettings settings = PlannerSettings.ofSeconds(seconds, seed);
    GridProblem problem = translation.problem();
    Planning asTheyCome = new ReferencePlanner().plan(problem, Optional.empty(), settings);
    GridPlan reference = EarliestLoads.in(problem, asTheyCome.plan());
    GridPlan plan =
        problem.operations() == 0
            ? reference
            : new DispatchingPlanner(new SolarPlanner())
                .plan(problem, translation.start(), settings)
                .plan();
    return new Plans(
        translation.plan(plan, madeAt),
        translation.plan(reference, madeAt),
        PlanFaults.of(problem, plan));
  }

  private void show(Plans plans, ZoneId zone, PrintWriter out) {
    if (asJson) {
      Json both =
          new Json.Obj(
              Map.of(
                  "plan", ProductionPlanJson.write(plans.plan()),
                  "reference", ProductionPlanJson.write(plans.reference())));
      out.println(both.canonical());
      return;
    }
    ScheduleText text = new ScheduleText(zone);
    out.print(text.plan(plans.plan()));
    out.print(text.comparison(plans.plan(), plans.reference()));
    plans.faults().forEach(fault -> out.println("Broken rule: " + fault.text()));
  }
}
