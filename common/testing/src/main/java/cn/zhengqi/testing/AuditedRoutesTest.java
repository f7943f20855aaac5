package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.web.Sensitive;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every route of a service that changes something, or hands out a file of what it lists, leads to the record of changes, or is listed with the reason why it needs none. Looked up in the compiled
 * code: from the handler along every call inside the service, so that a new route is held to it before anybody writes a test for it. Routes that a service has of the libraries below it are held to the same. Extend it in each:
 * {@code class FinanceAuditedRoutesTest extends AuditedRoutesTest { FinanceAuditedRoutesTest() { super("finance", Map.of()); } }}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AuditedRoutesTest {

    private static final Set<String> RECORDS =
            Set.of("cn.zhengqi.events.audit.AuditTrail.changed", "cn.zhengqi.events.audit.Reveals.show");
    private static final Set<String> EDITS = Set.of("cn.zhengqi.web.FieldEdits.accept");
    private static final String EXPORT = "cn.zhengqi.events.audit.Exports";
    private static final Set<RequestMethod> CHANGING =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    private final String context;
    private final String service;

    private final JavaClasses classes;

    private final Map<String, String> unrecorded;

    /**
     * @param context name of the service's package below {@code cn.zhengqi}
     * @param unrecorded routes that record nothing, {@code "POST /api/match/my/match"}, each with its reason
     */
    protected AuditedRoutesTest(String context, Map<String, String> unrecorded) {
        this(context, CompiledCode.all(), unrecorded);
    }

    /** @param context classes below it are the service's own; the others are of libraries */
    AuditedRoutesTest(String context, JavaClasses classes, Map<String, String> unrecorded) {
        this.context = context;
        this.service = "cn.zhengqi." + context + ".";
        this.classes = classes;
        this.unrecorded = unrecorded;
    }

    @Test
    void every_route_that_changes_something_is_recorded_or_listed_with_a_reason() {
        Set<String> silent = routesToRecord().entrySet().stream()
                .filter(route -> !records(route.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(silent)
                .as("call AuditTrail.changed beside the change, or list the route with its reason")
                .isEqualTo(unrecorded.keySet());
        assertThat(unrecorded.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    /** Which action each of them leaves is checked in, so that one that is lost, or is another than before, is seen: beside each other in all that a route may come to. */
    @Test
    void each_route_leaves_its_own_actions() {
        StringBuilder table = new StringBuilder();
        Set<String> nameless = new HashSet<>();
        // A route of a library leaves what the library records: what a replayed event does in the service is no action
        // of the route.
        RecordedActions actions = new RecordedActions((handler, called) ->
                classes.contain(called.getName()) && isOfService(called) == isOfService(handler.getOwner()));
        routesToRecord().forEach((route, handler) -> {
            if (!unrecorded.containsKey(route)) {
                Set<String> left = actions.of(handler);
                table.append(route).append(": ").append(String.join(", ", left)).append('\n');
                if (left.isEmpty()) {
                    nameless.add(route);
                }
            }
        });

        assertThat(nameless).as("a record without an action that is found").isEmpty();
        Repository.holds(writtenDownIn(context), table.toString(), "audited.write");
    }

    /** Path in the repository. */
    protected String writtenDownIn(String context) {
        return "docs/audited/" + context + ".txt";
    }

    /** Which fields somebody may change is decided in one place; a request that went past it would change them all. */
    @Test
    void every_request_that_edits_a_sensitive_field_is_read_through_field_edits() {
        Set<String> past = routesToRecord().entrySet().stream()
                .filter(route -> editsSensitiveFields(route.getValue()))
                .filter(route -> !reaches(route.getValue(), EDITS, false))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(past).as("call FieldEdits.accept before anything is done").isEmpty();
    }

    private static boolean editsSensitiveFields(JavaMethod method) {
        return Arrays.stream(method.reflect().getParameterTypes())
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getAnnotation(Sensitive.class))
                .anyMatch(field -> field != null && field.editableFor().length > 0);
    }

    private Map<String, JavaMethod> routesToRecord() {
        Map<String, JavaMethod> routes = new TreeMap<>();
        for (JavaClass type : classes) {
            if (!type.isAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                    && !type.isMetaAnnotatedWith("org.springframework.stereotype.Controller")) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                RequestMapping mapping =
                        AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
                if (mapping == null) {
                    continue;
                }
                for (RequestMethod verb : mapping.method()) {
                    if (CHANGING.contains(verb) || isExport(method)) {
                        for (String path : paths(type, mapping)) {
                            routes.put(verb + " " + path, method);
                        }
                    }
                }
            }
        }
        return routes;
    }

    /** A file that is written row by row; letters and pictures of a code are read as they lie. */
    private static boolean isExport(JavaMethod method) {
        return method.reflect().getGenericReturnType().getTypeName().contains("StreamingResponseBody");
    }

    private static List<String> paths(JavaClass type, RequestMapping mapping) {
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type.reflect(), RequestMapping.class);
        String prefix = above == null || above.path().length == 0 ? "" : above.path()[0];
        return mapping.path().length == 0
                ? List.of(prefix)
                : Arrays.stream(mapping.path()).map(path -> prefix + path).toList();
    }

    private boolean records(JavaMethod handler) {
        return reaches(handler, RECORDS, true);
    }

    private boolean reaches(JavaMethod handler, Set<String> wanted, boolean orExport) {
        Set<String> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(handler));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit.getFullName())) {
                continue;
            }
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                if (wanted.contains(access.getTargetOwner().getName() + "."
                        + access.getTarget().getName())) {
                    return true;
                }
                if (orExport && access.getTargetOwner().getName().equals(EXPORT)) {
                    return true;
                }
                if (follows(handler.getOwner(), access.getTargetOwner())
                        && access.getTarget() instanceof CodeUnitAccessTarget called) {
                    called.resolveMember().ifPresent(open::add);
                    overridden(access.getTargetOwner(), called).forEach(open::add);
                }
            }
        }
        return false;
    }

    /** A record that a library makes of its own accord is none of what a service does; the route of a library is answered by whatever it calls. */
    private boolean follows(JavaClass handler, JavaClass called) {
        return classes.contain(called.getName()) && (isOfService(called) || !isOfService(handler));
    }

    private boolean isOfService(JavaClass type) {
        return type.getName().startsWith(service);
    }

    /** Where an interface of the service is called, each of its implementations may answer. */
    private static List<JavaCodeUnit> overridden(JavaClass owner, CodeUnitAccessTarget called) {
        return owner.getAllSubclasses().stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getName().equals(called.getName())
                        && unit.getRawParameterTypes().size()
                                == called.getRawParameterTypes().size())
                .map(JavaCodeUnit.class::cast)
                .toList();
    }
}
