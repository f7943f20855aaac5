package cn.zhengqi.policy.catalogue;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PolicyExclusionMapper {

    record Row(
            UUID id,
            String code,
            String title,
            String docNumber,
            String clause,
            @Nullable String place,
            boolean certain) {

        IncompatiblePolicy incompatible() {
            return new IncompatiblePolicy(new PolicyRef(id, code, title, docNumber), clause, place, certain);
        }
    }

    /** By editions that are in force. */
    @Select("""
            select p.id, p.code, e.title, e.doc_number, one->'clause'->>'text' as clause,
                   one->'clause'->>'place' as place, (one->'clause'->>'certain')::boolean as certain
            from policy_edition e join policy p on p.id = e.policy_id
            cross join jsonb_array_elements(e.rule->'exclusions') one
            where e.publication = 'PUBLISHED' and e.policy_id != #{policyId}
              and e.rule->'exclusions' @> jsonb_build_array(jsonb_build_object('with', #{code}::text))
              and one->>'with' = #{code}
            order by p.code
            """)
    List<Row> ofOthers(@Param("policyId") UUID policyId, @Param("code") String code);

    /** Those of them that can be read. */
    @Select("""
            <script>select p.id, p.code, e.title, e.doc_number
            from policy p join policy_edition e on e.policy_id = p.id and e.publication = 'PUBLISHED'
            where p.code in <foreach collection="codes" item="code" open="(" separator="," close=")">#{code}</foreach>
            order by p.code</script>""")
    List<PolicyRef> inForce(@Param("codes") List<String> codes);
}
