package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.permission.ScopedResource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those who may do something. Which roles allow it, and how far they reach, only user-service knows, for institutions make roles of their own.
 *
 * @param institution where they act; null: wherever
 * @param place of the record that has to be open to them; null: however far they reach
 * @param handler the one of them whose case it is; null: all of them
 * @param othersFirst whether those of them who operate the platform are meant only where nobody else may
 */
record Desk(
        String permission,
        @Nullable UUID institution,
        @Nullable Place place,
        @Nullable Handler handler,
        boolean othersFirst) {

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
        return new Desk(permission, institution, null, null, false);
    }

    static Desk anywhere(String permission) {
        return new Desk(permission, null, null, null, false);
    }

    /** Without those who operate the platform, unless there are no others. */
    Desk beforeOperators() {
        return new Desk(permission, institution, place, handler, true);
    }

    /** So far as a record of this town is open to them. */
    Desk reaching(ScopedResource resource, @Nullable String townCode) {
        return new Desk(permission, institution, new Place(resource, townCode), handler, othersFirst);
    }

    Desk handledBy(UUID account, Desk heads) {
        return new Desk(permission, institution, place, new Handler(account, heads.permission()), othersFirst);
    }
}
