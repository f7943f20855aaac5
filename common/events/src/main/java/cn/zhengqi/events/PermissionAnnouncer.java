package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.permission.PermissionsDeclared;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which permissions the service has, at its start and only when they are others than it told last. */
final class PermissionAnnouncer implements SmartInitializingSingleton {

    private final PermissionsDeclared now;
    private final OnceLoader once;
    private final JdbcClient jdbc;
    private final Outbox outbox;

    PermissionAnnouncer(String service, DeclaredPermissions declared, OnceLoader once, JdbcClient jdbc, Outbox outbox) {
        this.now = new PermissionsDeclared(service, declared.own());
        this.once = once;
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    private record Told(long version, PermissionsDeclared what) {}

    @Override
    public void afterSingletonsInstantiated() {
        once.exclusively("permissions", () -> {
            Told last = jdbc.sql("select version, data from outbox where type = ? order by seq desc limit 1")
                    .param(EventTypes.nameOf(PermissionsDeclared.class))
                    .query((row, n) -> new Told(
                            row.getLong("version"),
                            Json.MAPPER.readValue(row.getString("data"), PermissionsDeclared.class)))
                    .optional()
                    .orElse(new Told(0, new PermissionsDeclared(now.service(), List.of())));
            if (!last.what().equals(now)) {
                outbox.publish(now, last.version() + 1);
            }
            return last;
        });
    }
}
