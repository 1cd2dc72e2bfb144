package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zerofactory.domain.certification.Assessment;
import org.zerofactory.domain.certification.Clause;
import org.zerofactory.domain.certification.Criterion;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.FactExpression;
import org.zerofactory.domain.certification.FactMeasure;
import org.zerofactory.domain.certification.Finding;
import org.zerofactory.domain.certification.Level;
import org.zerofactory.domain.certification.LevelStanding;
import org.zerofactory.domain.certification.NextAction;
import org.zerofactory.domain.certification.Scheme;

/** An assessment as JSON, in English and Chinese: the clause tree with what stands beside it. */
public final class AssessmentReport {

  private AssessmentReport() {}

  public static ObjectNode of(String site, int year, Assessment assessment) {
    Scheme scheme = assessment.scheme();
    ObjectNode json =
        Figures.object()
            .put("site", site)
            .put("year", year)
            .put("day", assessment.day().toString());
    ObjectNode head = json.putObject("scheme").put("id", scheme.id());
    head.set("title", Measures.wording(scheme.title()));
    head.put("issuer", scheme.issuer()).put("edition", scheme.edition());
    head.set("note", Measures.wording(scheme.note()));
    head.put("source", scheme.source()).put("verification", scheme.verification().word());
    json.put("gatesHold", assessment.gatesHold())
        .put("points", assessment.points())
        .put("pointsPossible", assessment.pointsPossible());
    json.set("level", level(assessment.level()));
    ArrayNode levels = json.putArray("levels");
    assessment.levels().forEach(standing -> levels.add(standing(standing)));
    Map<String, Finding> findings =
        assessment.findings().stream()
            .collect(Collectors.toMap(one -> one.criterion().id(), Function.identity()));
    ArrayNode clauses = json.putArray("clauses");
    scheme.clauses().forEach(clause -> clauses.add(clause(clause, findings)));
    ArrayNode actions = json.putArray("actions");
    assessment.actions().forEach(action -> actions.add(action(action)));
    ArrayNode facts = json.putArray("facts");
    assessment.facts().values().forEach((fact, value) -> facts.add(fact(fact, value)));
    return json;
  }

  private static ObjectNode level(Optional<Level> level) {
    ObjectNode json = Figures.object();
    level.ifPresentOrElse(
        of -> {
          json.put("id", of.id());
          json.set("title", Measures.wording(of.title()));
        },
        () -> {
          json.putNull("id");
          json.putNull("title");
        });
    return json;
  }

  private static ObjectNode standing(LevelStanding standing) {
    Level level = standing.level();
    ObjectNode json = Figures.object().put("id", level.id());
    json.set("title", Measures.wording(level.title()));
    json.put("state", standing.state().word());
    ArrayNode lacking = json.putArray("lacking");
    standing.lacking().forEach(lacking::add);
    return json.put("pointsLacking", standing.pointsLacking())
        .put("complete", level.isComplete())
        .put("source", level.source())
        .put("verification", level.verification().word());
  }

  private static ObjectNode clause(Clause clause, Map<String, Finding> findings) {
    ObjectNode json = Figures.object().put("id", clause.id());
    json.set("title", Measures.wording(clause.title()));
    ArrayNode criteria = json.putArray("criteria");
    clause
        .criteria()
        .forEach(
            criterion ->
                Optional.ofNullable(findings.get(criterion.id()))
                    .ifPresent(finding -> criteria.add(finding(finding))));
    ArrayNode clauses = json.putArray("clauses");
    clause.clauses().forEach(inner -> clauses.add(clause(inner, findings)));
    return json;
  }

  private static ObjectNode finding(Finding finding) {
    Criterion criterion = finding.criterion();
    ObjectNode json = Figures.object().put("id", criterion.id()).put("clause", criterion.clause());
    json.set("text", Measures.wording(criterion.text()));
    json.put("status", finding.status().word());
    criterion
        .met()
        .map(FactExpression::text)
        .ifPresentOrElse(text -> json.put("met", text), () -> json.putNull("met"));
    json.put("noThreshold", finding.noThreshold());
    measure(json, "distance", finding.distance(), criterion.distance());
    measure(json, "value", finding.value(), criterion.value());
    ArrayNode unknown = json.putArray("unknown");
    for (Fact fact : finding.unknown()) {
      ObjectNode one = unknown.addObject().put("fact", fact.word());
      one.put("declared", fact.origin() == Fact.Origin.DECLARED);
      one.set("meaning", Measures.wording(fact.meaning()));
    }
    ArrayNode evidence = json.putArray("evidence");
    finding.evidence().forEach(standing -> evidence.add(evidence(standing)));
    json.put("points", criterion.points()).put("gate", criterion.isGate());
    json.set("next", Measures.wording(criterion.nextAction()));
    return json.put("source", criterion.source())
        .put("verification", criterion.verification().word());
  }

  private static void measure(
      ObjectNode into, String field, Optional<Long> number, Optional<FactMeasure> measure) {
    if (number.isPresent() && measure.isPresent()) {
      into.set(field, Measures.of(number.get(), measure.get().unit()));
    } else {
      into.putNull(field);
    }
  }

  private static ObjectNode evidence(Finding.EvidenceStanding standing) {
    ObjectNode json =
        Figures.object().put("kind", standing.kind()).put("state", Measures.word(standing.state()));
    standing
        .item()
        .map(Evidence::document)
        .ifPresentOrElse(
            document -> json.put("document", document), () -> json.putNull("document"));
    standing
        .item()
        .flatMap(Evidence::validUntil)
        .ifPresentOrElse(
            day -> json.put("validUntil", day.toString()), () -> json.putNull("validUntil"));
    return json;
  }

  private static ObjectNode action(NextAction action) {
    ObjectNode json =
        Figures.object()
            .put("criterion", action.criterion().id())
            .put("status", action.status().word())
            .put("points", action.points())
            .put("gate", action.criterion().isGate())
            .put("forNextLevel", action.forNextLevel());
    action
        .reaches()
        .map(Level::id)
        .ifPresentOrElse(id -> json.put("reaches", id), () -> json.putNull("reaches"));
    json.set("text", Measures.wording(action.criterion().nextAction()));
    return json;
  }

  private static ObjectNode fact(Fact fact, Object value) {
    ObjectNode json = Figures.object().put("fact", fact.word());
    if (value instanceof Long number) {
      json.set("value", Measures.of(number, fact.unit()));
    } else {
      json.put("value", (Boolean) value);
    }
    json.set("meaning", Measures.wording(fact.meaning()));
    return json;
  }
}
