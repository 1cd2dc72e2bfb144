package org.zerofactory.domain.product;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Some days' load, divided, and what each job took of it.
 *
 * @param jobs all that ran or took a share
 */
public record ProductPeriod(Allocation allocation, SortedMap<Job, JobAccount> jobs) {

  /** The sum of days; it is the same in any order. */
  public static ProductPeriod of(List<DayProducts> days) {
    TreeMap<Share, Amounts> shares = new TreeMap<>();
    TreeMap<Job, JobAccount> jobs = new TreeMap<>();
    AllocationQuality quality = AllocationQuality.NONE;
    for (DayProducts day : days) {
      day.allocation().shares().forEach((share, of) -> shares.merge(share, of, Amounts::plus));
      day.outputs().forEach((job, output) -> jobs.merge(job, made(output), JobAccount::plus));
      quality = quality.plus(day.allocation().quality());
    }
    shares.forEach(
        (share, of) -> {
          if (share.isOfOrder()) {
            jobs.merge(share.job(), took(share.kind(), of), JobAccount::plus);
          }
        });
    return new ProductPeriod(new Allocation(shares, quality), jobs);
  }

  private static JobAccount made(Output output) {
    return new JobAccount(output, Amounts.NONE, Amounts.NONE);
  }

  private static JobAccount took(Share.Kind kind, Amounts of) {
    boolean isDirect = kind == Share.Kind.DIRECT;
    return new JobAccount(Output.NONE, isDirect ? of : Amounts.NONE, isDirect ? Amounts.NONE : of);
  }

  /** The part of one order alone. */
  public ProductPeriod ofOrder(String order) {
    TreeMap<Share, Amounts> shares = new TreeMap<>();
    allocation
        .shares()
        .forEach(
            (share, of) -> {
              if (share.isOfOrder() && share.of().equals(order)) {
                shares.put(share, of);
              }
            });
    TreeMap<Job, JobAccount> own = new TreeMap<>(jobs);
    own.keySet().removeIf(job -> !job.order().equals(order));
    return new ProductPeriod(new Allocation(shares, allocation.quality()), own);
  }

  public SortedMap<String, JobAccount> byProduct() {
    return grouped(Job::product);
  }

  public SortedMap<String, JobAccount> byOrder() {
    return grouped(Job::order);
  }

  private SortedMap<String, JobAccount> grouped(Function<Job, String> by) {
    TreeMap<String, JobAccount> groups = new TreeMap<>();
    for (Map.Entry<Job, JobAccount> entry : jobs.entrySet()) {
      groups.merge(by.apply(entry.getKey()), entry.getValue(), JobAccount::plus);
    }
    return groups;
  }
}
