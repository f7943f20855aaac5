package cn.zhengqi.policy.draft;

import cn.zhengqi.policy.api.InternalFactUses;
import cn.zhengqi.web.Callers;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("matching-service")
class FactUsesEndpoint implements InternalFactUses {

    private final FactUseMapper mapper;

    FactUsesEndpoint(FactUseMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Use> uses(String name) {
        return mapper.of(name);
    }

    @Mapper
    interface FactUseMapper {

        /** In conditions, bands and fields that are filled in from it; those that are open are few. */
        @Select("""
                select 'DRAFT' as kind, coalesce(d.content ->> 'title', p.code) as title
                from policy_draft d join policy p on p.id = d.policy_id
                where d.state in ('DRAFT', 'REVIEW')
                  and jsonb_path_exists(d.content, '$.** ? (@.fact == $name || @.by == $name)', jsonb_build_object('name', #{name}::text))
                union all
                select 'DECLARATION_PROJECT', p.title
                from declaration_project p join declaration_form f on f.project_id = p.id and f.version = p.form_version
                where p.status in ('DRAFT', 'OPEN')
                  and jsonb_path_exists(jsonb_build_array(to_jsonb(p), f.form), '$.** ? (@.fact == $name || @.by == $name)',
                    jsonb_build_object('name', #{name}::text))
                union all
                select 'REDEMPTION_PROJECT', p.title from redemption_project p
                where p.status in ('DRAFT', 'OPEN')
                  and jsonb_path_exists(to_jsonb(p), '$.** ? (@.fact == $name || @.by == $name)', jsonb_build_object('name', #{name}::text))
                limit 100
                """)
        List<Use> of(String name);
    }
}
