package cn.zhengqi.policy.catalogue;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RelationMapper {

    record Row(RelationKind kind, UUID id, String code, String title, String docNumber) {

        PolicyRelation relation(boolean stated) {
            return new PolicyRelation(kind, stated, kind.words(stated), new PolicyRef(id, code, title, docNumber));
        }
    }

    @Insert("""
            insert into policy_relation (policy_id, edition, kind, related_id)
            values (#{policyId}, #{edition}, #{kind}, #{relatedId})
            """)
    void insert(
            @Param("policyId") UUID policyId,
            @Param("edition") int edition,
            @Param("kind") RelationKind kind,
            @Param("relatedId") UUID relatedId);

    /** To those that can be read. */
    @Select("""
            select r.kind, p.id, p.code, e.title, e.doc_number
            from policy_relation r join policy p on p.id = r.related_id
            join policy_edition e on e.policy_id = p.id and e.publication = 'PUBLISHED'
            where r.policy_id = #{policyId} and r.edition = #{edition}
            order by array_position(array['BASED_ON', 'IMPLEMENTS', 'AMENDS', 'INTERPRETS'], r.kind), p.code
            """)
    List<Row> stated(@Param("policyId") UUID policyId, @Param("edition") int edition);

    /** By editions that are in force. */
    @Select("""
            select r.kind, p.id, p.code, e.title, e.doc_number
            from policy_relation r join policy p on p.id = r.policy_id
            join policy_edition e on e.policy_id = r.policy_id and e.edition = r.edition and e.publication = 'PUBLISHED'
            where r.related_id = #{policyId}
            order by array_position(array['BASED_ON', 'IMPLEMENTS', 'AMENDS', 'INTERPRETS'], r.kind), p.code
            """)
    List<Row> ofOthers(UUID policyId);

    /** All that an edition states, whether or not they can be read. */
    @Select("""
            select r.kind, p.code from policy_relation r join policy p on p.id = r.related_id
            where r.policy_id = #{policyId} and r.edition = #{edition} order by r.kind, p.code
            """)
    List<PolicyRelations.Stated> statedCodes(@Param("policyId") UUID policyId, @Param("edition") int edition);

    /** In their newest edition that is or was published. */
    @Select("""
            <script>select distinct on (p.code) p.id, p.code, e.title, e.doc_number
            from policy p join policy_edition e on e.policy_id = p.id and e.publication != 'DRAFT'
            where p.code in <foreach collection="codes" item="code" open="(" separator="," close=")">#{code}</foreach>
            order by p.code, e.edition desc</script>""")
    List<PolicyRef> named(@Param("codes") List<String> codes);
}
