package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.permission.ScopedResource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those who may do something. Which roles allow it, and how far they reach, only user-service knows, for institutions make roles of their own.
 *
 * @param institution where they act; null: wherever
 * @param bank of which the institution is a branch: one of its people may have a case that lies there, and where nobody there may, its people are meant; null: it is
 *     no branch
 * @param andAbove whether those are meant too who act at any institution above it
 * @param place of the record that has to be open to them; null: however far they reach
 * @param handler the one of them whose case it is; null: all of them
 * @param operators whether those of them who operate the platform are meant besides, only where nobody else may, or alone
 * @param without who is not meant though they may: what they did themselves waits for somebody else
 */
record Desk(
        String permission,
        @Nullable UUID institution,
        @Nullable UUID bank,
        boolean andAbove,
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
        return new Desk(permission, institution, null, false, null, null, Operators.TOO, Set.of());
    }

    /** Of a bank's case, where it lies within the bank. @param branch null: at the head office */
    static Desk ofBank(UUID bank, @Nullable UUID branch, String permission) {
        return branch == null || branch.equals(bank)
                ? of(bank, permission)
                : new Desk(permission, branch, bank, false, null, null, Operators.TOO, Set.of());
    }

    static Desk anywhere(String permission) {
        return new Desk(permission, null, null, false, null, null, Operators.TOO, Set.of());
    }

    static Desk ofOperators(String permission) {
        return new Desk(permission, null, null, false, null, null, Operators.ALONE, Set.of());
    }

    /** And those of the institutions above it, to whom its records are open. */
    Desk orAbove() {
        return new Desk(permission, institution, bank, true, place, handler, operators, without);
    }

    /** Without those who operate the platform, unless there are no others. */
    Desk beforeOperators() {
        return new Desk(permission, institution, bank, andAbove, place, handler, Operators.LAST, without);
    }

    /** So far as a record of this town is open to them. */
    Desk reaching(ScopedResource resource, @Nullable String townCode) {
        return new Desk(
                permission, institution, bank, andAbove, new Place(resource, townCode), handler, operators, without);
    }

    Desk handledBy(UUID account, Desk heads) {
        return new Desk(
                permission,
                institution,
                bank,
                andAbove,
                place,
                new Handler(account, heads.permission()),
                operators,
                without);
    }

    /** The same at the bank of this branch; null: it is of none. */
    @Nullable
    Desk ofItsBank() {
        return bank == null ? null : new Desk(permission, bank, null, andAbove, place, handler, operators, without);
    }

    Desk without(Set<UUID> people) {
        return new Desk(permission, institution, bank, andAbove, place, handler, operators, people);
    }
}
