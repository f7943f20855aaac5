package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.promise.PromiseView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evaluations as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class Evaluations {

    /** As many rows of a file have their promises looked up at once. */
    private static final int PORTION = 500;

    private final EvaluationMapper evaluations;
    private final FinishedCases cases;
    private final Steps steps;
    private final PromisedCallBack promised;
    private final ShortNames names;
    private final EvaluationProperties properties;
    private final Clock clock;

    Evaluations(
            EvaluationMapper evaluations,
            FinishedCases cases,
            Steps steps,
            PromisedCallBack promised,
            ShortNames names,
            EvaluationProperties properties,
            Clock clock) {
        this.evaluations = evaluations;
        this.cases = cases;
        this.steps = steps;
        this.promised = promised;
        this.names = names;
        this.properties = properties;
        this.clock = clock;
    }

    Page<EvaluationView> list(EvaluationQuery query, EvaluationReach reach, PageRequest page) {
        return Page.of(views(evaluations.list(query, page), reach), evaluations.count(query), page);
    }

    long count(EvaluationQuery query) {
        return evaluations.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(EvaluationQuery query, EvaluationReach reach, Consumer<EvaluationView> row) {
        List<Evaluation> portion = new ArrayList<>(PORTION);
        evaluations.each(query, it -> {
            portion.add(it.getResultObject());
            if (portion.size() == PORTION) {
                views(portion, reach).forEach(row);
                portion.clear();
            }
        });
        views(portion, reach).forEach(row);
    }

    @Transactional(readOnly = true)
    MyData said(UUID person) {
        return new MyData(
                evaluations.saidBy(person).stream().map(it -> it.saidBy(person)).toList());
    }

    EvaluationFigures figures(EvaluationQuery query) {
        return EvaluationFigures.of(evaluations.figures(query));
    }

    /** @throws ProblemException NOT_FOUND also for one that its reader may not see */
    EvaluationDetail detail(UUID id, EvaluationReach reach, UUID reader) {
        return detail(evaluations.findWithin(id, reach).orElseThrow(Evaluations::notFound), reach, reader);
    }

    EvaluationDetail detail(Evaluation it, EvaluationReach reach, UUID reader) {
        return new EvaluationDetail(
                EvaluationView.of(it, promised.of(it), reach.sees()),
                shown(steps.of(it.id()), it, reach),
                reach.answersFor(it),
                reader.equals(it.answeredBy()),
                // Which of the words is the enterprise's name tells whose they are.
                reach.publishes() && reach.knows(it)
                        ? names.in(
                                it.said(),
                                it.enterpriseName(),
                                Stream.concat(it.coveredWords().stream(), it.ownNames().stream())
                                        .toList())
                        : List.of(),
                reach.publishes() && reach.knows(it) ? it.ownNames() : List.of());
    }

    /** What was said once more stands in the steps, too. */
    private static List<EvaluationDetail.Step> shown(
            List<EvaluationDetail.Step> all, Evaluation it, EvaluationReach reach) {
        return reach.knows(it)
                ? all
                : all.stream()
                        .map(step -> new EvaluationDetail.Step(
                                step.kind(), PublicEvaluation.covered(step.words(), it), step.byName(), step.at()))
                        .toList();
    }

    Page<MyCase> waiting(Evaluator by, PageRequest page) {
        LocalDate today = BusinessTime.today(clock);
        Instant since = BusinessTime.startOf(today.minusDays(properties.days()));
        return Page.of(
                cases.waiting(by, since, today, page).stream()
                        .map(it -> evaluations
                                .ofCase(it.caseId(), by)
                                .map(this::mine)
                                .orElseGet(() -> MyCase.of(it, properties.until(it.finishedAt()), today)))
                        .toList(),
                cases.countWaiting(by, since, today),
                page);
    }

    Page<MyCase> evaluated(Evaluator by, PageRequest page) {
        return Page.of(evaluations.by(by, page).stream().map(this::mine).toList(), evaluations.countBy(by), page);
    }

    /** @throws ProblemException NOT_FOUND for what is not finished, and for another enterprise's */
    MyCase mine(UUID caseId, Evaluator by) {
        return evaluations
                .ofCase(caseId, by)
                .map(this::mine)
                .or(() -> cases.find(caseId, by)
                        .map(it -> MyCase.of(it, properties.until(it.finishedAt()), BusinessTime.today(clock))))
                .orElseThrow(() -> ProblemException.notFound("没有找到可评价的事项，可能尚未办结"));
    }

    MyCase mine(Evaluation it) {
        return MyCase.of(it, properties.until(it.finishedAt()), BusinessTime.today(clock));
    }

    @Transactional(readOnly = true)
    Page<PublicEvaluation> published(@Nullable CaseKind kind, @Nullable UUID institution, PageRequest page) {
        return Page.of(
                evaluations.published(kind, institution, page).stream()
                        .map(PublicEvaluation::of)
                        .toList(),
                evaluations.countPublished(kind, institution),
                page);
    }

    private List<EvaluationView> views(List<Evaluation> found, EvaluationReach reach) {
        Map<UUID, PromiseView> promises = promised.of(found);
        return found.stream()
                .map(it -> {
                    UUID round = it.roundId();
                    return EvaluationView.of(it, round == null ? null : promises.get(round), reach.sees());
                })
                .toList();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该评价");
    }
}
