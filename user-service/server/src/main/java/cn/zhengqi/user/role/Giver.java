package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody may give: what they hold themselves, and besides it what they look after, which is what the people of their own institution have
 * together. It says nothing of what they may do. Made by {@link Givers}.
 */
final class Giver {

    private final CurrentUser caller;

    /** Somebody who had all roles of the people there; the caller, where nothing is passed on but what the caller holds. */
    private final CurrentUser people;

    Giver(CurrentUser caller, CurrentUser people) {
        this.caller = caller;
        this.people = people;
    }

    /** Where they work; null: nowhere. */
    @Nullable
    UUID institutionId() {
        return caller.institutionId();
    }

    /** Whether nothing that there is is beyond them. */
    boolean mayGiveAny() {
        return caller.has(UserPermissions.GRANT_ANY);
    }

    boolean mayGive(String permission) {
        return mayGiveAny() || caller.has(permission) || people.has(permission);
    }

    /** @param field null: it is declared no more */
    FieldRule most(@Nullable DeclaredField field) {
        if (mayGiveAny()) {
            return field == null || field.isEditable() ? FieldRule.EDITABLE : FieldRule.PLAIN;
        }
        return field == null ? FieldRule.HIDDEN : ofBoth(field, Giver::most);
    }

    /** What is seen of the field, whether it may be changed or not. */
    FieldRule seen(DeclaredField field) {
        return ofBoth(field, Giver::seen);
    }

    boolean mayChange(DeclaredField field) {
        return mayChange(field, caller) || mayChange(field, people);
    }

    /**
     * What is so unsaid counts for who comes to the records: somebody who does not, passes on no more than those reach who do.
     */
    Reach reach(ScopedResource resource) {
        if (mayGiveAny()) {
            return Reach.ALL;
        }
        Reach theirs = people.reaches().get(resource);
        if (theirs == null) {
            return caller.reach(resource);
        }
        return resource.isTouchedBy(caller.permissions())
                ? caller.reach(resource).or(theirs)
                : theirs;
    }

    /** As roles together say it: of whom nothing is said, and who has no permission that shows it, adds nothing to what the other sees. */
    private FieldRule ofBoth(DeclaredField field, BiFunction<DeclaredField, CurrentUser, FieldRule> sight) {
        return Stream.of(caller, people)
                .filter(person -> person.fieldRules().containsKey(field.code())
                        || field.plainFor().stream().anyMatch(person::has))
                .map(person -> sight.apply(field, person))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> sight.apply(field, caller));
    }

    private static FieldRule most(DeclaredField field, CurrentUser person) {
        FieldRule seen = seen(field, person);
        return seen == FieldRule.PLAIN && mayChange(field, person) ? FieldRule.EDITABLE : seen;
    }

    private static FieldRule seen(DeclaredField field, CurrentUser person) {
        return FieldRules.rule(field.code(), field.plainFor(), person);
    }

    private static boolean mayChange(DeclaredField field, CurrentUser person) {
        return FieldRules.mayEdit(field.code(), field.editableFor(), person);
    }
}
