package cn.zhengqi.user.role;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.FieldsDeclared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sensitive fields that there are: what each service declared last. */
@Component
class FieldCatalogue implements EventHandler<FieldsDeclared> {

    private final JdbcClient jdbc;

    FieldCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<FieldsDeclared> type() {
        return FieldsDeclared.class;
    }

    @Override
    public void handle(FieldsDeclared declared, EventMetadata meta) {
        boolean newer = jdbc.sql("""
                        insert into sensitive_field_version as v (service, version) values (?, ?)
                        on conflict (service) do update set version = excluded.version where v.version < excluded.version""").params(declared.service(), meta.version()).update() > 0;
        if (!newer) {
            return;
        }
        jdbc.sql("delete from sensitive_field where service = ?")
                .param(declared.service())
                .update();
        int position = 0;
        for (DeclaredField field : declared.fields()) {
            // A field may move from one service to another; whoever tells last has it.
            jdbc.sql("""
                            insert into sensitive_field (code, name, application, page, mask, plain_for, editable_for, service, position)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (code) do update set name = excluded.name, application = excluded.application,
                              page = excluded.page, mask = excluded.mask, plain_for = excluded.plain_for, editable_for = excluded.editable_for,
                              service = excluded.service, position = excluded.position""")
                    .params(
                            field.code(),
                            field.name(),
                            field.application(),
                            field.page(),
                            field.mask().name(),
                            field.plainFor().stream().sorted().toArray(String[]::new),
                            field.editableFor().stream().sorted().toArray(String[]::new),
                            declared.service(),
                            position++)
                    .update();
        }
    }

    /** In the order in which they are shown. */
    List<DeclaredField> all() {
        return jdbc.sql("""
                        select code, name, application, page, mask, plain_for, editable_for from sensitive_field
                        order by application, service, position""")
                .query((row, n) -> new DeclaredField(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("application"),
                        row.getString("page"),
                        Mask.valueOf(row.getString("mask")),
                        strings(row, "plain_for"),
                        strings(row, "editable_for")))
                .list();
    }

    private static Set<String> strings(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
