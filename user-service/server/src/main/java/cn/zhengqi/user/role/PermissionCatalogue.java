package cn.zhengqi.user.role;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.PermissionsDeclared;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The permissions that there are: what each service declared last. */
@Component
class PermissionCatalogue implements EventHandler<PermissionsDeclared> {

    /** The application whose permissions are for people of enterprises, who have preset roles and no others. */
    private static final String OF_ENTERPRISES = "企业门户";

    private final JdbcClient jdbc;

    PermissionCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<PermissionsDeclared> type() {
        return PermissionsDeclared.class;
    }

    @Override
    public void handle(PermissionsDeclared declared, EventMetadata meta) {
        boolean newer = jdbc.sql("""
                        insert into permission_version as v (service, version) values (?, ?)
                        on conflict (service) do update set version = excluded.version where v.version < excluded.version""").params(declared.service(), meta.version()).update() > 0;
        if (!newer) {
            return;
        }
        jdbc.sql("delete from permission where service = ?")
                .param(declared.service())
                .update();
        int position = 0;
        for (DeclaredPermission permission : declared.permissions()) {
            // A permission may move from one service to another; whoever tells last has it.
            jdbc.sql("""
                            insert into permission (code, name, application, page, service, position) values (?, ?, ?, ?, ?, ?)
                            on conflict (code) do update set name = excluded.name, application = excluded.application,
                              page = excluded.page, service = excluded.service, position = excluded.position""")
                    .params(
                            permission.code(),
                            permission.name(),
                            permission.application(),
                            permission.page(),
                            declared.service(),
                            position++)
                    .update();
        }
    }

    Set<String> codes() {
        return Set.copyOf(jdbc.sql("select code from permission")
                .query((row, n) -> row.getString("code"))
                .list());
    }

    /** As people read them, page and name, in order; what no service declares any more by its code. */
    List<String> inWords(Collection<String> codes) {
        Map<String, String> words = new HashMap<>();
        jdbc.sql("select code, page || '：' || name as words from permission where code in (:codes)")
                .param("codes", codes.isEmpty() ? List.of("") : codes)
                .query(row -> {
                    words.put(row.getString("code"), row.getString("words"));
                });
        return codes.stream()
                .map(code -> words.getOrDefault(code, code))
                .sorted()
                .toList();
    }

    /** Those of people of enterprises, which no role of an institution can hold. */
    Set<String> ofEnterprises() {
        return Set.copyOf(jdbc.sql("select code from permission where application = ?")
                .param(OF_ENTERPRISES)
                .query(String.class)
                .list());
    }

    /**
     * @param offered what stands in it
     * @param grantable what of that the caller may put into a role
     */
    PermissionTree tree(Predicate<String> offered, Predicate<String> grantable) {
        Map<String, Map<String, List<PermissionTree.Entry>>> places = new LinkedHashMap<>();
        jdbc.sql("select code, name, application, page from permission order by application, service, position")
                .query(row -> {
                    if (!offered.test(row.getString("code"))) {
                        return;
                    }
                    places.computeIfAbsent(row.getString("application"), none -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getString("page"), none -> new ArrayList<>())
                            .add(new PermissionTree.Entry(
                                    row.getString("code"),
                                    row.getString("name"),
                                    grantable.test(row.getString("code"))));
                });
        return new PermissionTree(places.entrySet().stream()
                .map(application -> new PermissionTree.Application(
                        application.getKey(),
                        application.getValue().entrySet().stream()
                                .map(page -> new PermissionTree.PageOfIt(page.getKey(), page.getValue()))
                                .toList()))
                .toList());
    }
}
