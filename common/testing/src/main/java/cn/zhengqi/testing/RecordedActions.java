package cn.zhengqi.testing;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which actions a piece of code puts on record, read from its compiled form: an action that it names counts where it is handed to the record of changes, there or along
 * the calls to which it is handed on. What is named and handed to nobody who records is none.
 */
public final class RecordedActions {

    private static final String ACTION = "cn.zhengqi.events.audit.AuditAction";
    private static final Set<String> RECORDS = Set.of(
            "cn.zhengqi.events.audit.AuditTrail.changed",
            "cn.zhengqi.events.audit.Reveals.show",
            "cn.zhengqi.events.audit.Exports.file");

    private final BiPredicate<JavaCodeUnit, JavaClass> follows;
    private final Map<String, List<JavaCodeUnit>> called = new HashMap<>();
    private final Map<String, Boolean> recorders = new HashMap<>();

    /** @param follows whether calls from that code into this class are looked into */
    public RecordedActions(BiPredicate<JavaCodeUnit, JavaClass> follows) {
        this.follows = follows;
    }

    /** Names of the actions, as their enums have them: {@code CLAIM_SUBMITTED}. */
    public Set<String> of(JavaCodeUnit beginning) {
        Collection<JavaCodeUnit> reached = reached(beginning);
        Set<String> actions = new TreeSet<>();
        Set<String> given = new HashSet<>();
        for (JavaCodeUnit unit : reached) {
            if (records(unit) || handsOn(beginning, unit)) {
                actions.addAll(named(unit));
                called(beginning, unit).stream()
                        .filter(RecordedActions::gives)
                        .filter(supplier -> given.add(supplier.getFullName()))
                        .forEach(supplier -> actions.addAll(allThatGives(beginning, supplier)));
            }
        }
        return actions;
    }

    private Collection<JavaCodeUnit> reached(JavaCodeUnit beginning) {
        Map<String, JavaCodeUnit> seen = new HashMap<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(beginning));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (seen.putIfAbsent(unit.getFullName(), unit) == null) {
                open.addAll(called(beginning, unit));
            }
        }
        return seen.values();
    }

    private List<JavaCodeUnit> called(JavaCodeUnit beginning, JavaCodeUnit unit) {
        return called.computeIfAbsent(
                beginning.getOwner().getPackageName() + " " + unit.getFullName(),
                name -> unit.getAccessesFromSelf().stream()
                        .filter(access -> follows.test(beginning, access.getTargetOwner()))
                        .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget)
                        .flatMap(access -> targets((CodeUnitAccessTarget) access.getTarget()))
                        .distinct()
                        .toList());
    }

    /** Where an interface is called, each of its implementations may answer. */
    private static Stream<JavaCodeUnit> targets(CodeUnitAccessTarget target) {
        return Stream.concat(
                target.resolveMember().map(JavaCodeUnit.class::cast).stream(),
                target.getOwner().getAllSubclasses().stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> unit.getName().equals(target.getName())
                                && unit.getRawParameterTypes().size()
                                        == target.getRawParameterTypes().size()));
    }

    private static boolean records(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .anyMatch(access -> RECORDS.contains(access.getTargetOwner().getName() + "."
                        + access.getTarget().getName()));
    }

    private boolean handsOn(JavaCodeUnit beginning, JavaCodeUnit unit) {
        return called(beginning, unit).stream().anyMatch(next -> takes(next) && recordsWhatItTakes(beginning, next));
    }

    private boolean recordsWhatItTakes(JavaCodeUnit beginning, JavaCodeUnit unit) {
        Boolean known = recorders.get(unit.getFullName());
        if (known != null) {
            return known;
        }
        // Whoever comes here again while it is looked at has called itself, and records nothing by that.
        recorders.put(unit.getFullName(), false);
        // What an object is made with is recorded by who has the object.
        boolean does = unit.isConstructor() || records(unit) || handsOn(beginning, unit);
        recorders.put(unit.getFullName(), does);
        return does;
    }

    private static boolean takes(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().anyMatch(RecordedActions::isAction);
    }

    private static boolean gives(JavaCodeUnit unit) {
        return isAction(unit.getRawReturnType());
    }

    /** One that keeps an action in a field may give any with which its objects are made. */
    private Set<String> allThatGives(JavaCodeUnit beginning, JavaCodeUnit supplier) {
        Set<String> actions = new TreeSet<>(named(supplier));
        called(beginning, supplier).stream()
                .filter(RecordedActions::gives)
                .forEach(next -> actions.addAll(named(next)));
        boolean fromField = supplier.getAccessesFromSelf().stream()
                .anyMatch(access -> access.getTarget() instanceof FieldAccessTarget field
                        && isAction(field.getRawType())
                        && field.getOwner().equals(supplier.getOwner()));
        if (fromField) {
            supplier.getOwner().getStaticInitializer().ifPresent(initializer -> actions.addAll(named(initializer)));
        }
        return actions;
    }

    private static Set<String> named(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .filter(FieldAccessTarget.class::isInstance)
                .map(FieldAccessTarget.class::cast)
                .filter(field -> isAction(field.getOwner())
                        && field.getRawType().equals(field.getOwner())
                        && !field.getName().startsWith("$"))
                .map(FieldAccessTarget::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAction(JavaClass type) {
        return type.isAssignableTo(ACTION);
    }
}
