package cn.zhengqi.policy.draft;

import cn.zhengqi.policy.api.InternalFactUses.Kind;
import cn.zhengqi.policy.api.InternalFactUses.Use;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a fact is named in what is not published yet, and in projects: one that is closed may be opened again, and what was approved under it is held against its conditions before it is paid. */
@Component
class FactUses {

    /** In conditions, bands and fields that are filled in from it; they are asked for when a fact is retired, and are not many. */
    private static final String NAMED = """
            select 'DRAFT' as kind, coalesce(d.content ->> 'title', p.code) as title
            from policy_draft d join policy p on p.id = d.policy_id
            where d.state in ('DRAFT', 'REVIEW', 'SCHEDULED')
              and jsonb_path_exists(d.content, '$.** ? (@.fact == $name || @.by == $name)', jsonb_build_object('name', :name::text))
            union all
            select 'DECLARATION_PROJECT', p.title
            from declaration_project p join declaration_form f on f.project_id = p.id and f.version = p.form_version
            where jsonb_path_exists(jsonb_build_array(to_jsonb(p), f.form), '$.** ? (@.fact == $name || @.by == $name)',
                jsonb_build_object('name', :name::text))
            union all
            select 'REDEMPTION_PROJECT', p.title from redemption_project p
            where jsonb_path_exists(to_jsonb(p), '$.** ? (@.fact == $name || @.by == $name)', jsonb_build_object('name', :name::text))
            limit 100
            """;

    private final JdbcClient jdbc;

    FactUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Use> of(String name) {
        return jdbc.sql(NAMED)
                .param("name", name)
                .query((row, number) -> new Use(Kind.valueOf(row.getString("kind")), row.getString("title")))
                .list();
    }
}
