package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.catalogue.PolicyTitles;
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
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private record Institution(UUID id, String code, String name) {}

    private record Enterprise(UUID id, String uscc, String name, String townCode) {}

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
        Map<String, Institution> institutions = ReferenceFiles.institutions().stream()
                .map(line -> Json.MAPPER.readValue(line, Institution.class))
                .collect(Collectors.toMap(Institution::code, Function.identity()));
        List<DemoAccount> accounts = DemoFiles.accounts(now);
        List<String> lines = DemoFiles.projects();
        for (String text : lines) {
            Line line = Json.MAPPER.readValue(text, Line.class);
            Institution institution = institutions.get(line.institution());
            UUID policy = policies.idOf(line.policy()).orElse(null);
            DemoAccount officer = accounts.stream()
                    .filter(account -> line.institution().equals(account.institutionCode()))
                    .findFirst()
                    .orElse(null);
            if (institution == null || policy == null || officer == null) {
                throw new IllegalStateException("no " + line.institution() + " or " + line.policy());
            }
            DeclarationProject project = projects.enterOpen(
                    policy,
                    line.content(BusinessTime.dayOf(now)),
                    officer.id(),
                    institution.id(),
                    institution.name(),
                    now.minus(Duration.ofDays(line.opensDaysAgo())));
            Declared declared = line.declared();
            if (declared != null) {
                declare(project, declared, accounts, now.minus(DECLARED_AGO));
            }
        }
        LOG.info("Entered {} demo projects", lines.size());
    }

    private void declare(DeclarationProject project, Declared declared, List<DemoAccount> accounts, Instant at) {
        DemoAccount person = accounts.stream()
                .filter(account -> account.username().equals(declared.username()))
                .findFirst()
                .orElseThrow();
        Enterprise enterprise = DemoFiles.enterprises().stream()
                .map(line -> Json.MAPPER.readValue(line, Enterprise.class))
                .filter(it -> it.uscc().equals(person.enterpriseUscc()))
                .findFirst()
                .orElseThrow();
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
