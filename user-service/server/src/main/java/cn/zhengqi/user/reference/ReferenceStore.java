package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 基础数据 in the database: each kind has a table with its own constraints, and one view shows them in one form. */
@Component
class ReferenceStore {

    private static final String USED = """
            case i.kind
              when 'DICTIONARY' then (select count(*) from dictionary_item x where x.parent_code = i.code)
                + (select count(*) from park x where x.type = i.code)
              when 'INDUSTRY' then (select count(*) from industry x where x.parent_code = i.code)
                + (select count(*) from enterprise x where x.industry_code = i.code)
              when 'DIVISION' then (select count(*) from division x where x.parent_code = i.code)
                + (select count(*) from town x where x.division_code = i.code)
                + (select count(*) from enterprise x where x.region_code = i.code)
              when 'TOWN' then (select count(*) from park x where x.town_code = i.code)
                + (select count(*) from enterprise x where x.town_code = i.code)
                + (select count(*) from role_scope x where i.code = any (x.towns))
                + (select count(*) from institution x where x.type = 'TOWN' and x.code = i.code)
              else (select count(*) from enterprise x where x.park_code = i.code) end""";

    private static final String PARENT_KIND =
            "case i.kind when 'TOWN' then 'DIVISION' when 'PARK' then 'TOWN' else i.kind end";

    private static final String ITEM = """
            select i.*, %s as used_by,
              (select p.name from reference_item p where p.kind = %s and p.code = i.parent_code) as parent_name,
              case when i.kind = 'PARK' then (select d.name from dictionary_item d where d.code = i.type) else i.type end
                as type_name
            from reference_item i
            """.formatted(USED, PARENT_KIND);

    private final JdbcClient jdbc;

    ReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ReferenceItem> list(ReferenceFilter filter, PageRequest page) {
        ReferenceFilter.Where where = filter.where();
        List<ReferenceItem> items = jdbc.sql(ITEM + where.sql() + " " + where.order() + " limit :limit offset :offset")
                .params(where.values())
                .param("limit", page.size())
                .param("offset", page.offset())
                .query(ReferenceStore::item)
                .list();
        return Page.of(items, count(filter), page);
    }

    long count(ReferenceFilter filter) {
        ReferenceFilter.Where where = filter.where();
        return jdbc.sql("select count(*) from reference_item i " + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    /** Hands over every item of a list, row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(ReferenceFilter filter, Consumer<ReferenceItem> receiver) {
        ReferenceFilter.Where where = filter.where();
        jdbc.sql(ITEM + where.sql() + " " + where.order())
                .params(where.values())
                .withFetchSize(500)
                .query(row -> {
                    receiver.accept(item(row, 0));
                });
    }

    Optional<ReferenceItem> item(ReferenceKind kind, String code) {
        return jdbc.sql(ITEM + "where i.kind = :kind and i.code = :code")
                .param("kind", kind.name())
                .param("code", code)
                .query(ReferenceStore::item)
                .optional();
    }

    /** Everything that a piece of this kind is seen against: its own kind, what stands above, and the dictionary. */
    List<ReferenceRow> around(ReferenceKind kind) {
        return jdbc.sql(
                        "select kind, code, name, type, parent_code, retired_at from reference_item where kind in (:kinds)")
                .param("kinds", Arrays.asList(kind.name(), kind.parentKind().name(), ReferenceKind.DICTIONARY.name()))
                .query((row, n) -> new ReferenceRow(
                        ReferenceKind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("parent_code"),
                        row.getObject("retired_at") != null))
                .list();
    }

    boolean hasActiveParts(ReferenceKind kind, String code) {
        return jdbc.sql(
                        "select exists (select 1 from reference_item i where i.parent_code = :code and i.retired_at is null and "
                                + PARENT_KIND + " = :kind)")
                .param("code", code)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    /** What the words of a category are called and were called, by code. */
    Map<String, Set<String>> namesBelow(String category) {
        Map<String, Set<String>> names = new HashMap<>();
        jdbc.sql("""
                        select code, name from dictionary_item where parent_code = :category
                        union all
                        select f.code, f.name from dictionary_former_name f join dictionary_item i on i.code = f.code
                        where i.parent_code = :category""").param("category", category).query(row -> {
            names.computeIfAbsent(row.getString("code"), code -> new HashSet<>())
                    .add(row.getString("name"));
        });
        return names;
    }

    /** Under this name other services have kept it until now. */
    void keepName(ReferenceItem before) {
        if (before.kind() == ReferenceKind.DICTIONARY) {
            jdbc.sql("insert into dictionary_former_name (code, name) values (?, ?) on conflict do nothing")
                    .params(before.code(), before.name())
                    .update();
        }
    }

    void insert(ReferenceRow row, Instant at, String byName) {
        Map<String, @Nullable Object> values = values(row);
        jdbc.sql("insert into %s (%s, edited, updated_at, updated_by_name) values (:%s, true, :at, :by)"
                        .formatted(
                                row.kind().table(),
                                String.join(", ", values.keySet()),
                                String.join(", :", values.keySet())))
                .params(values)
                .param("at", BusinessTime.at(at))
                .param("by", byName)
                .update();
    }

    /** @return whether it was there as last seen */
    boolean update(ReferenceRow row, int version, Instant at, String byName) {
        Map<String, @Nullable Object> values = values(row);
        StringBuilder set = new StringBuilder();
        values.keySet()
                .forEach(column ->
                        set.append(column).append(" = :").append(column).append(", "));
        return jdbc.sql("""
                        update %s set %s retired_at = case when :retired then coalesce(retired_at, :at) end,
                          edited = true, updated_at = :at, updated_by_name = :by, version = version + 1
                        where code = :code and version = :version""".formatted(row.kind().table(), set))
                        .params(values)
                        .param("retired", row.retired())
                        .param("version", version)
                        .param("at", BusinessTime.at(at))
                        .param("by", byName)
                        .update()
                == 1;
    }

    boolean delete(ReferenceKind kind, String code, int version) {
        return jdbc.sql("delete from %s where code = :code and version = :version".formatted(kind.table()))
                        .param("code", code)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** By column of the table of its kind; what the database works out itself is not among them. */
    private static Map<String, @Nullable Object> values(ReferenceRow row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", row.code());
        values.put("name", row.name());
        String type = row.kind().typeColumn();
        if (type != null) {
            values.put(type, row.type());
        }
        if (row.kind() != ReferenceKind.TOWN) {
            values.put(row.kind() == ReferenceKind.PARK ? "town_code" : "parent_code", row.parentCode());
        }
        return values;
    }

    private static ReferenceItem item(ResultSet row, int number) throws SQLException {
        OffsetDateTime updated = row.getObject("updated_at", OffsetDateTime.class);
        return new ReferenceItem(
                ReferenceKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getString("type"),
                row.getString("type_name"),
                row.getString("parent_code"),
                row.getString("parent_name"),
                row.getBoolean("loaded"),
                row.getObject("retired_at") != null,
                row.getLong("used_by"),
                updated == null ? null : BusinessTime.at(updated.toInstant()),
                row.getString("updated_by_name"),
                row.getInt("version"));
    }
}
