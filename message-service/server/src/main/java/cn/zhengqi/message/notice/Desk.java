package cn.zhengqi.message.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those who may do something. Which roles allow it only user-service knows, for institutions make roles of their own.
 *
 * @param institution where they act; null: wherever
 * @param handler the one of them whose case it is; null: all of them
 */
record Desk(
        String permission,
        @Nullable UUID institution,
        @Nullable Handler handler) {

    /**
     * Somebody who took a case up.
     *
     * @param elsePermission whoever has it there hears instead, when the account may not work on cases any more: it left, was disabled or lost the right
     */
    record Handler(UUID account, String elsePermission) {}

    static Desk of(UUID institution, String permission) {
        return new Desk(permission, institution, null);
    }

    static Desk anywhere(String permission) {
        return new Desk(permission, null, null);
    }

    Desk handledBy(UUID account, Desk heads) {
        return new Desk(permission, institution, new Handler(account, heads.permission()));
    }
}
