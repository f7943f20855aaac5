package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.permission.ScopedResource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those who may do something. Which roles allow it, and how far they reach, only user-service knows, for institutions make roles of their own.
 *
 * @param institution where they act; null: wherever
 * @param above whether those are meant too who act at an institution above that one
 * @param place of the record that has to be open to them; null: however far they reach
 * @param handler the one of them whose case it is; null: all of them
 * @param operators whether those of them who operate the platform are meant besides, only where nobody else may, or alone
 * @param without who is not meant though they may: what they did themselves waits for somebody else
 */
record Desk(
        String permission,
        @Nullable UUID institution,
        boolean above,
        @Nullable Place place,
        @Nullable Handler handler,
        Operators operators,
        Set<UUID> without) {

    Desk {
        without = Set.copyOf(without);
    }

    enum Operators {
        TOO,
        LAST,
        ALONE
    }

    /**
     * Where a record lies.
     *
     * @param townCode null in facts from before it was told: only those hear who reach all. To the others it is in their list, and is not told by mistake
     */
    record Place(ScopedResource resource, @Nullable String townCode) {}

    /**
     * Somebody who took a case up.
     *
     * @param elsePermission whoever has it there hears instead, when the account may not work on cases any more: it left, was disabled or lost the right
     */
    record Handler(UUID account, String elsePermission) {}

    static Desk of(UUID institution, String permission) {
        return new Desk(permission, institution, false, null, null, Operators.TOO, Set.of());
    }

    static Desk anywhere(String permission) {
        return new Desk(permission, null, false, null, null, Operators.TOO, Set.of());
    }

    static Desk ofOperators(String permission) {
        return new Desk(permission, null, false, null, null, Operators.ALONE, Set.of());
    }

    /** And those of the institutions above it, to whom its records are open. */
    Desk andAbove() {
        return new Desk(permission, institution, true, place, handler, operators, without);
    }

    /** Without those who operate the platform, unless there are no others. */
    Desk beforeOperators() {
        return new Desk(permission, institution, above, place, handler, Operators.LAST, without);
    }

    /** So far as a record of this town is open to them. */
    Desk reaching(ScopedResource resource, @Nullable String townCode) {
        return new Desk(permission, institution, above, new Place(resource, townCode), handler, operators, without);
    }

    Desk handledBy(UUID account, Desk heads) {
        return new Desk(
                permission, institution, above, place, new Handler(account, heads.permission()), operators, without);
    }

    Desk without(Set<UUID> people) {
        return new Desk(permission, institution, above, place, handler, operators, people);
    }
}
