package cn.zhengqi.message.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those who may do something. Which roles allow it only user-service knows, for institutions make roles of their own.
 *
 * @param institution where they act; null: wherever
 */
record Desk(String permission, @Nullable UUID institution) {

    static Desk of(UUID institution, String permission) {
        return new Desk(permission, institution);
    }

    static Desk anywhere(String permission) {
        return new Desk(permission, null);
    }
}
