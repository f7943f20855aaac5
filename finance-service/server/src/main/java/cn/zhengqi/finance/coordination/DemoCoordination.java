package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.demo.DemoParties;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.InternalStandings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Visits the demo enterprises once, with what the finance office and banks did then, by the same moves as people make, each at its own time. */
@Component
@Order(6)
@ConditionalOnProperty("zhengqi.demo.enabled")
class DemoCoordination implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCoordination.class);

    /** Who checks. */
    private static final String FINANCE_OFFICE = "jinrongban";

    /** Facts of the profile on which criteria rest. */
    private static final Set<String> TOLD = Set.of("noMajorViolation2y", "noWageArrears");

    private static final String FOUND = "演示核查：已核实。";
    private static final String NOT_FOUND = "演示核查：未能核实。";

    private final CoordinationDesk desk;
    private final RecommendationDesk banks;
    private final CoordinationCaseMapper cases;
    private final RecommendationMapper recommendations;
    private final CriteriaMapper criteria;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    DemoCoordination(
            CoordinationDesk desk,
            RecommendationDesk banks,
            CoordinationCaseMapper cases,
            RecommendationMapper recommendations,
            CriteriaMapper criteria,
            JdbcClient jdbc,
            OnceLoader loader,
            Clock clock) {
        this.desk = desk;
        this.banks = banks;
        this.cases = cases;
        this.recommendations = recommendations;
        this.criteria = criteria;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * A line of {@code demo/coordination.jsonl}.
     *
     * @param username of the administrator of the enterprise
     * @param officer who visited; absent: the enterprise declared itself
     * @param checkedDaysAgo absent: not yet
     * @param banks officers of those to which it was recommended
     * @param rejected why it was not recommended
     */
    record Line(
            String username,
            @Nullable String officer,
            int daysAgo,
            String words,
            @Nullable Need need,
            boolean declared,
            @Nullable Integer checkedDaysAgo,
            List<String> banks,
            @Nullable String rejected,
            List<Answered> answers) {}

    /** @param refusal code of the reason; absent where it granted */
    record Answered(
            String officer,
            int daysAgo,
            @Nullable Granted grant,
            @Nullable String refusal,
            String words) {}

    record Granted(BigDecimal amount, BigDecimal rate, int termMonths) {}

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            loader.once("demo coordination", this::visited, this::enter);
        } catch (ProblemException refused) {
            // On a platform that is older than these visits people may have changed the criteria: it starts without
            // them.
            LOG.warn("The demo coordination is not entered", refused);
        }
    }

    private boolean visited() {
        return jdbc.sql("select exists (select from coordination_visit) or exists (select from coordination_case)")
                .query(Boolean.class)
                .single();
    }

    private void enter() {
        List<String> lines = DemoFiles.coordination();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Round round = new Round(now, new DemoParties(now));
        // In the file they stand as they came: the numbers follow the time.
        lines.forEach(text -> round.go(Json.MAPPER.readValue(text, Line.class)));
        LOG.info("Entered {} demo enterprises for coordination", lines.size());
    }

    private final class Round {

        private final Instant now;
        private final DemoParties parties;

        Round(Instant now, DemoParties parties) {
            this.now = now;
            this.parties = parties;
        }

        void go(Line line) {
            DemoParties.Enterprise enterprise = parties.enterprise(line.username());
            UUID id = line.officer() == null ? declare(line, enterprise) : visit(line, line.officer(), enterprise);
            Integer checked = line.checkedDaysAgo();
            if (id == null || checked == null) {
                return;
            }
            CoordinationCase it = cases.lock(id).orElseThrow();
            check(line, enterprise, it, ago(checked));
            for (Answered answered : line.answers()) {
                answer(it, answered);
            }
        }

        private UUID declare(Line line, DemoParties.Enterprise enterprise) {
            DemoAccount person = enterprise.administrator();
            return desk.declare(
                            Party.of(enterprise.register()),
                            actor(person),
                            Objects.requireNonNull(line.need()),
                            line.words(),
                            contact(person),
                            ago(line.daysAgo()))
                    .id();
        }

        private @Nullable UUID visit(Line line, String officer, DemoParties.Enterprise enterprise) {
            Instant at = ago(line.daysAgo());
            return desk.record(
                            Party.of(enterprise.register()),
                            officer(officer),
                            new CoordinationDesk.Seen(
                                    BusinessTime.dayOf(at),
                                    line.need(),
                                    line.words(),
                                    List.of(),
                                    line.declared() ? contact(enterprise.administrator()) : null),
                            at)
                    .caseId();
        }

        private void check(Line line, DemoParties.Enterprise enterprise, CoordinationCase it, Instant at) {
            CriteriaEdition current = criteria.current();
            Evidence evidence = new Evidence(enterprise.register(), told(enterprise.facts()));
            boolean met = line.rejected() == null;
            CoordinationDesk.Check check = new CoordinationDesk.Check(
                    current.edition(),
                    evidence,
                    Findings.byData(current.content(), evidence).items().stream()
                            .filter(finding -> !finding.byData())
                            .map(finding -> new Findings.Said(finding.code(), met, met ? FOUND : NOT_FOUND))
                            .toList());
            Actor office = actor(parties.person(FINANCE_OFFICE));
            if (line.rejected() == null) {
                List<UUID> to = line.banks().stream()
                        .map(username -> parties.officer(username).institutionId())
                        .toList();
                desk.recommend(it, check, to, office, at);
            } else {
                desk.reject(it, check, line.rejected(), office, at);
            }
        }

        private void answer(CoordinationCase of, Answered answered) {
            Officer officer = officer(answered.officer());
            Recommendation it = recommendations.ofCase(of.id()).stream()
                    .filter(one -> one.bankId().equals(officer.institutionId()))
                    .findFirst()
                    .orElseThrow();
            Granted grant = answered.grant();
            banks.answer(
                    it,
                    of,
                    officer,
                    (one, its, at) -> grant == null
                            ? one.refuse(
                                    recommendations
                                            .refusalReason(Objects.requireNonNull(answered.refusal()))
                                            .orElseThrow(),
                                    answered.words(),
                                    officer,
                                    its,
                                    at)
                            : one.grant(
                                    grant.amount().setScale(2),
                                    grant.rate(),
                                    grant.termMonths(),
                                    answered.words(),
                                    officer,
                                    its,
                                    at),
                    ago(answered.daysAgo()));
        }

        private Officer officer(String username) {
            DemoParties.Officer it = parties.officer(username);
            return new Officer(
                    it.account().id(),
                    it.account().displayName(),
                    it.institutionId(),
                    it.institutionName(),
                    it.ofBank());
        }

        /** As matching-service would: what is the demo's own word decides nothing by itself. */
        private static InternalStandings.Facts told(Map<String, Object> facts) {
            return new InternalStandings.Facts(facts.entrySet().stream()
                    .filter(fact -> TOLD.contains(fact.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(fact -> new InternalStandings.Fact(
                            fact.getKey(),
                            fact.getKey(),
                            null,
                            FactKind.BOOLEAN,
                            fact.getValue(),
                            null,
                            FactSource.DEMO,
                            null))
                    .toList());
        }

        private static Contact contact(DemoAccount person) {
            return new Contact(person.displayName(), person.phone());
        }

        private static Actor actor(DemoAccount person) {
            return new Actor(person.id(), person.displayName());
        }

        private Instant ago(int days) {
            return now.minus(Duration.ofDays(days));
        }
    }
}
