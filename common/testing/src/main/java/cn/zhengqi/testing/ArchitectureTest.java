package cn.zhengqi.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.zhengqi.web.Callers;
import cn.zhengqi.web.Sensitive;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/**
 * The rules of a service's code. Extend it in each:
 * {@code class FinanceArchitectureTest extends ArchitectureTest { FinanceArchitectureTest() { super("finance"); } }}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureTest {

    private static final Pattern CONTEXT = Pattern.compile("cn\\.zhengqi\\.([a-z]+)(\\..*)?");
    private static final Set<String> LIBRARIES =
            Set.of("kernel", "web", "data", "events", "promise", "paper", "files", "testing", "engines");

    private static final String LOG_ENDPOINT = "cn.zhengqi.events.EventLogEndpoint";
    private static final Set<String> LOGS_OF_OTHERS =
            Set.of("cn.zhengqi.events.PlatformLogs", "cn.zhengqi.events.EventLogApi");

    private static final String EVENT = "cn.zhengqi.kernel.event.DomainEvent";
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i).*(phone|mobile|idNumber|idCard|bankAccount|legalRep|nickname|(applicant|agent|contact|certifier)Name|address).*");

    /** Events that carry such a field all the same; every other field of theirs is held to the rule. What stands here is said in docs/security.md. */
    private static final Map<String, Set<String>> EXCUSED = Map.of(
            // A whole entry of the register to one service, which lays it on cards by consent and by rules.
            "cn.zhengqi.user.api.RegisterEntryChanged",
            Set.of("legalRep", "address"),
            // Who claimed the code: the service's own copies are rebuilt by it, and a closed account's name is taken
            // out of it.
            "cn.zhengqi.code.api.CodeIssued",
            Set.of("applicantName"),
            // From which network a sign-in came, to the log of sign-ins, which is there to say it.
            "cn.zhengqi.auth.api.SignInRecorded",
            Set.of("address"),
            // The same, to the person who is warned.
            "cn.zhengqi.auth.api.SignedInFromNewDevice",
            Set.of("address"));

    private final String context;
    private final String base;
    private final JavaClasses classes;

    /** @param context name of the service's package below {@code cn.zhengqi} */
    protected ArchitectureTest(String context) {
        this(context, CompiledCode.below("cn.zhengqi." + context));
    }

    ArchitectureTest(String context, JavaClasses classes) {
        this.context = context;
        this.base = "cn.zhengqi." + context;
        this.classes = classes;
    }

    @Test
    void other_services_are_known_by_their_api_only() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("belong to the server of another service", this::isForeignServer))
                .because("what is behind an API changes without notice")
                .check(classes);
    }

    @Test
    void the_api_knows_nothing_of_the_server_and_of_spring_only_what_describes_a_call() {
        noClasses()
                .that()
                .resideInAPackage(base + ".api..")
                .should()
                .dependOnClassesThat(describe("are no part of an API", this::isNoPartOfAnApi))
                .because("who uses the API must not get the service's class path with it")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        slices().matching(base + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void controllers_leave_the_database_to_the_rooms_behind_them() {
        noClasses()
                .that(describe("answer requests", ArchitectureTest::answersRequests))
                .should()
                .dependOnClassesThat(describe("ask the database", ArchitectureTest::asksTheDatabase))
                .because(
                        "a question is asked in one place, with its scope and its transaction, whoever wants the answer")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void names_say_what_a_class_is_for() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
                .because("such a name gathers what belongs elsewhere")
                .check(classes);
    }

    @Test
    void packages_are_named_by_capability() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        base + "..controller..",
                        base + "..service..",
                        base + "..impl..",
                        base + "..dto..",
                        base + "..entity..",
                        base + "..mapper..")
                .because("a layer has no purpose of its own")
                .check(classes);
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a constructor says what a class needs")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void entities_are_changed_by_methods_that_can_say_no() {
        noMethods()
                .that()
                .areDeclaredInClassesThat(describe("are entities", ArchitectureTest::isEntity))
                .should()
                .haveNameMatching("set[A-Z].*")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void models_and_the_engine_are_plain_java() {
        noClasses()
                .that(describe(
                        "are entities or the engine",
                        type -> isEntity(type) || type.getPackageName().startsWith(base + ".engine")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("rules and states are proved without a container")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void every_package_says_what_may_be_null() {
        classes()
                .should(new ArchCondition<JavaClass>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getPackageName() + " has no @NullMarked package-info"));
                        }
                    }
                })
                .check(classes);
    }

    @Test
    void what_is_to_be_read_goes_to_the_log() {
        // A command answers to the terminal.
        JavaClasses silent = classes.that(describe(
                "are no commands",
                type -> type.tryGetMethod("main", String[].class).isEmpty()));
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .allowEmptyShould(true)
                .check(silent);
        // Of an exception of Java's own the rule above does not know here that it is one.
        noClasses()
                .should()
                .callMethodWhere(target(name("printStackTrace")))
                .allowEmptyShould(true)
                .check(silent);
    }

    @Test
    void files_are_written_by_the_one_place_that_holds_field_rules_and_watermark() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("cn.idev.excel.write..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("cn.idev.excel.ExcelWriter")
                .because("a list leaves the platform as a Sheet: covered for its reader, with who took it out and when")
                .check(classes);
    }

    /** Its own tests answer for the others, and see nothing of a refusal. */
    @Test
    void who_reads_the_event_logs_of_others_is_named_by_their_endpoint() {
        classes()
                .that(describe("read the event logs of other services", ArchitectureTest::readsLogsOfOthers))
                .should(new ArchCondition<JavaClass>("belong to a service that the endpoint of the log answers") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        List<String> answered = List.of(CompiledCode.all()
                                .get(LOG_ENDPOINT)
                                .getAnnotationOfType(Callers.class)
                                .value());
                        String service = serviceName();
                        if (!answered.contains(service)) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getName() + " of " + service + ", the endpoint answers " + answered));
                        }
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    private static boolean readsLogsOfOthers(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .anyMatch(LOGS_OF_OTHERS::contains);
    }

    /** As it is said to those who are asked. */
    private static String serviceName() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(settings.getObject()).getProperty("spring.application.name");
    }

    /** An event is written as it is, into the log and to whoever listens: there is no reader yet of whom a rule could know something. */
    @Test
    void no_event_carries_what_is_covered_from_people() {
        classes()
                .that(describe("are events", type -> type.isAssignableTo(EVENT)))
                .should(
                        new ArchCondition<JavaClass>(
                                "name nobody's number, place, applicant, contact or representative") {
                            @Override
                            public void check(JavaClass item, ConditionEvents events) {
                                Set<String> excused = EXCUSED.getOrDefault(item.getName(), Set.of());
                                personal(item, new HashSet<>())
                                        .filter(field -> !excused.contains(field.getName()))
                                        .forEach(field -> events.add(SimpleConditionEvent.violated(
                                                item, item.getName() + " carries " + field.getFullName())));
                            }
                        })
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Its own components and those of records inside it. */
    private static Stream<JavaField> personal(JavaClass type, Set<JavaClass> seen) {
        if (!type.getPackageName().startsWith("cn.zhengqi") || type.isEnum() || !seen.add(type)) {
            return Stream.empty();
        }
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(field -> Stream.concat(
                        field.isAnnotatedWith(Sensitive.class)
                                        || PERSONAL.matcher(field.getName()).matches()
                                ? Stream.of(field)
                                : Stream.empty(),
                        field.getType().getAllInvolvedRawTypes().stream().flatMap(inside -> personal(inside, seen))));
    }

    private boolean isForeignServer(JavaClass target) {
        Matcher matcher = CONTEXT.matcher(target.getPackageName());
        if (!matcher.matches() || matcher.group(1).equals(context) || LIBRARIES.contains(matcher.group(1))) {
            return false;
        }
        String rest = matcher.group(2);
        return rest == null || !(rest.equals(".api") || rest.startsWith(".api."));
    }

    private boolean isNoPartOfAnApi(JavaClass target) {
        String name = target.getPackageName();
        if (name.startsWith("org.springframework.")) {
            return !name.startsWith("org.springframework.cloud.openfeign")
                    && !name.startsWith("org.springframework.web.bind.annotation")
                    && !name.startsWith("org.springframework.http")
                    && !name.startsWith("org.springframework.format.annotation");
        }
        return name.equals(base)
                || (name.startsWith(base + ".") && !name.startsWith(base + ".api"))
                || isForeignServer(target);
    }

    private static boolean answersRequests(JavaClass type) {
        return type.isAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                || type.isAnnotatedWith("org.springframework.stereotype.Controller");
    }

    private static boolean asksTheDatabase(JavaClass type) {
        return type.getPackageName().startsWith("org.springframework.jdbc")
                || type.isAnnotatedWith("org.apache.ibatis.annotations.Mapper")
                || type.isAssignableTo("com.baomidou.mybatisplus.core.mapper.BaseMapper")
                || type.isAssignableTo("javax.sql.DataSource");
    }

    private static boolean isEntity(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(field -> field.isAnnotatedWith("com.baomidou.mybatisplus.annotation.TableId"));
    }
}
