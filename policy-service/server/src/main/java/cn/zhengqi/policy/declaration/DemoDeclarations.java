package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.demo.DemoParties;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.FormDesign;
import cn.zhengqi.policy.project.Material;
import cn.zhengqi.policy.project.ProjectContent;
import cn.zhengqi.policy.project.Projects;
import cn.zhengqi.policy.project.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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

/** Opens the projects of the demo once, and hands in what its enterprises declared, by the same moves as people make. */
@Component
@Order(2)
@ConditionalOnProperty("zhengqi.demo.enabled")
class DemoDeclarations implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDeclarations.class);
    private static final Duration DECLARED_AGO = Duration.ofHours(20);

    private final Projects projects;
    private final DeclarationDesk desk;
    private final PolicyTitles policies;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    DemoDeclarations(
            Projects projects,
            DeclarationDesk desk,
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

    /** A line of {@code demo/projects.jsonl}. */
    record Line(
            String policy,
            String institution,
            Said project,
            int opensDaysAgo,
            int closesInDays,
            @Nullable Declared declared) {

        ProjectContent content(LocalDate today) {
            return new ProjectContent(
                    project.title(),
                    project.summary(),
                    today.minusDays(opensDaysAgo),
                    today.plusDays(closesInDays),
                    project.quota(),
                    project.barring(),
                    null,
                    project.form(),
                    project.materials(),
                    project.steps());
        }
    }

    record Said(
            String title,
            String summary,
            @Nullable Integer quota,
            boolean barring,
            FormDesign form,
            List<Material> materials,
            List<Step> steps) {}

    /** @param username of the administrator of the enterprise that declared */
    record Declared(String username, Map<String, Object> answers) {}

    @Override
    public void run(ApplicationArguments arguments) {
        loader.once("demo", this::entered, this::enter);
    }

    private boolean entered() {
        return jdbc.sql("select exists (select from declaration_project where demo)")
                .query(Boolean.class)
                .single();
    }

    private void enter() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DemoParties parties = new DemoParties(now);
        List<String> lines = DemoFiles.projects();
        for (String text : lines) {
            Line line = Json.MAPPER.readValue(text, Line.class);
            DemoParties.Department department = parties.department(line.institution());
            UUID policy = policies.idOf(line.policy())
                    .orElseThrow(() -> new IllegalStateException("no policy " + line.policy()));
            DeclarationProject project = projects.enterOpen(
                    policy,
                    line.content(BusinessTime.dayOf(now)),
                    department.officer().id(),
                    department.id(),
                    department.name(),
                    now.minus(Duration.ofDays(line.opensDaysAgo())));
            Declared declared = line.declared();
            if (declared != null) {
                declare(project, declared, parties.enterprise(declared.username()), now.minus(DECLARED_AGO));
            }
        }
        LOG.info("Entered {} demo projects", lines.size());
    }

    private void declare(DeclarationProject project, Declared declared, DemoParties.Enterprise enterprise, Instant at) {
        DemoAccount person = enterprise.administrator();
        desk.enter(
                project,
                new Applicant(
                        new Actor(person.id(), person.displayName()),
                        enterprise.id(),
                        enterprise.name(),
                        enterprise.townCode(),
                        true),
                Contact.of(person.displayName(), person.phone()),
                Answers.of(declared.answers()),
                Prefilled.NONE,
                at);
    }
}
