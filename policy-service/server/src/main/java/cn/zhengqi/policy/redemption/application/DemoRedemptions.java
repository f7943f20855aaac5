package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.demo.DemoParties;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.project.AmountRule;
import cn.zhengqi.policy.redemption.project.RedemptionContent;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjects;
import cn.zhengqi.policy.standing.Stood;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the projects of redemption of the demo once, with what its enterprises applied for, by the same moves as people make. */
@Component
@Order(3)
@ConditionalOnProperty("zhengqi.demo.enabled")
class DemoRedemptions implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRedemptions.class);

    /** Of nobody. */
    private static final String ACCOUNT = "0000000000000000";

    private final RedemptionProjects projects;
    private final RedemptionDesk desk;
    private final PolicyTitles policies;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    DemoRedemptions(
            RedemptionProjects projects,
            RedemptionDesk desk,
            PolicyTitles policies,
            JdbcClient jdbc,
            OnceLoader loader,
            Clock clock) {
        this.projects = projects;
        this.desk = desk;
        this.policies = policies;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    /** A line of {@code demo/redemptions.jsonl}. */
    record Line(
            String policy,
            String institution,
            Said project,
            int opensDaysAgo,
            int closesInDays,
            List<Applied> applied) {

        RedemptionContent content(LocalDate today) {
            return new RedemptionContent(
                    project.title(),
                    project.summary(),
                    project.kind(),
                    project.rule(),
                    project.budget(),
                    today.minusDays(opensDaysAgo),
                    today.plusDays(closesInDays),
                    project.noticeDays(),
                    null,
                    null,
                    false,
                    null);
        }
    }

    record Said(
            String title, String summary, RedemptionKind kind, AmountRule rule, BigDecimal budget, int noticeDays) {}

    /**
     * @param username of the administrator of the enterprise that applied
     * @param recognisedDaysAgo absent: not yet
     */
    record Applied(
            String username,
            BigDecimal basis,
            String statement,
            int submittedDaysAgo,
            @Nullable Integer recognisedDaysAgo) {}

    @Override
    public void run(ApplicationArguments arguments) {
        loader.once("demo redemptions", this::entered, this::enter);
    }

    private boolean entered() {
        return jdbc.sql("select exists (select from redemption_project where demo)")
                .query(Boolean.class)
                .single();
    }

    private void enter() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DemoParties parties = new DemoParties(now);
        List<String> lines = DemoFiles.redemptions();
        for (String text : lines) {
            Line line = Json.MAPPER.readValue(text, Line.class);
            DemoParties.Department department = parties.department(line.institution());
            DemoAccount officer = department.officer();
            RedemptionProject project = projects.enterOpen(
                    policies.idOf(line.policy()).orElseThrow(),
                    line.content(BusinessTime.dayOf(now)),
                    new RedemptionProject.Owner(officer.id(), department.id(), department.name()),
                    officer.displayName(),
                    ago(now, line.opensDaysAgo()));
            Booker reviewer = new Booker(officer.id(), officer.displayName());
            line.applied().forEach(it -> apply(project, it, parties.enterprise(it.username()), reviewer, now));
        }
        LOG.info("Entered {} demo projects of redemption", lines.size());
    }

    private void apply(
            RedemptionProject project,
            Applied applied,
            DemoParties.Enterprise enterprise,
            Booker reviewer,
            Instant now) {
        DemoAccount person = enterprise.administrator();
        Redemption it = desk.submit(
                project.id(),
                new Claimant(enterprise.id(), enterprise.name(), enterprise.townCode(), true),
                new Claimed(
                        applied.basis(),
                        applied.statement(),
                        List.of(),
                        new Account(enterprise.name(), "演示银行", new AccountNumber(ACCOUNT))),
                Stood.NOTHING,
                new Booker(person.id(), person.displayName()),
                ago(now, applied.submittedDaysAgo()));
        Integer recognised = applied.recognisedDaysAgo();
        if (recognised != null) {
            desk.enterRecognised(it, project, reviewer, ago(now, recognised));
        }
    }

    private static Instant ago(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
