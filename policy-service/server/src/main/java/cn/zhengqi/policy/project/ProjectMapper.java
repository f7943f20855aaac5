package cn.zhengqi.policy.project;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Stores projects with the versions of their forms. */
@Mapper
public interface ProjectMapper extends EntityMapper<DeclarationProject> {

    /** What counts against a quota; the same wherever it is asked. */
    String TAKEN = "status not in ('DRAFT', 'REJECTED', 'WITHDRAWN')";

    String MANAGED = "from declaration_project where " + ProjectConditions.MANAGED;

    @Select("<script>select count(*) " + MANAGED + "</script>")
    long countManaged(@Param("q") ProjectQuery q);

    @Select("<script>select * " + MANAGED + ProjectOrder.SQL + " limit #{page.size} offset #{page.offset}</script>")
    List<DeclarationProject> managed(@Param("q") ProjectQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + MANAGED + ProjectOrder.SQL + "</script>")
    @ResultType(DeclarationProject.class)
    void eachManaged(@Param("q") ProjectQuery q, ResultHandler<DeclarationProject> handler);

    String SHOWN = "from declaration_project project where " + ProjectConditions.SHOWN;

    @Select("<script>select count(*) " + SHOWN + "</script>")
    long countShown(
            @Param("policyId") @Nullable UUID policyId,
            @Param("pattern") @Nullable String pattern,
            @Param("day") LocalDate day);

    @Select("<script>select * " + SHOWN + ProjectConditions.SOONEST_OVER
            + " limit #{page.size} offset #{page.offset}</script>")
    List<DeclarationProject> shown(
            @Param("policyId") @Nullable UUID policyId,
            @Param("pattern") @Nullable String pattern,
            @Param("day") LocalDate day,
            @Param("page") PageRequest page);

    /** Those that take declarations today, and of no others than those whom they are for; the soonest over first. */
    @Select("<script>select * " + SHOWN + """
            and barring and #{day} between opens_on and closes_on
            order by closes_on, id limit #{most}</script>""")
    List<DeclarationProject> barring(
            @Param("policyId") @Nullable UUID policyId,
            @Param("pattern") @Nullable String pattern,
            @Param("day") LocalDate day,
            @Param("most") int most);

    /** Whoever submits waits here for whoever submits at the same moment: window and quota are decided by one at a time. */
    @Select("select * from declaration_project where id = #{id} for update")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<DeclarationProject> lock(UUID id);

    @Select("select project_id, version, form, schema, materials, steps from declaration_form"
            + " where project_id = #{projectId} and version = #{version}")
    Optional<ProjectForm> form(@Param("projectId") UUID projectId, @Param("version") int version);

    @Insert("""
            insert into declaration_form (project_id, version, form, schema, materials, steps, made_by, made_at)
            values (#{it.projectId}, #{it.version}, #{it.form}, #{it.schema}, #{it.materials}, #{it.steps}, #{by}, #{at})
            """)
    void insertForm(@Param("it") ProjectForm it, @Param("by") UUID by, @Param("at") Instant at);

    /** Versions under which somebody filled in something. */
    @Select("select distinct form_version from declaration where project_id = #{projectId} order by form_version")
    List<Integer> filledVersions(UUID projectId);

    /** Materials of which a file was handed in, or lies in a draft. */
    @Select("""
            select distinct paper.key from (
              select materials from declaration where project_id = #{projectId}
              union all
              select e.materials from declaration_event e join declaration d on d.id = e.declaration_id
              where d.project_id = #{projectId} and e.materials is not null) it
            cross join jsonb_each(it.materials -> 'files') paper
            where jsonb_array_length(paper.value) > 0
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<String> materialsHandedIn(UUID projectId);

    @Select("select count(*) from declaration where project_id = #{projectId} and " + TAKEN)
    long taken(UUID projectId);

    /** How many count against the quota of each. */
    record Count(UUID projectId, long taken) {}

    @Select("<script>select project_id, count(*) as taken from declaration where " + TAKEN + " and project_id in"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>"
            + " group by project_id</script>")
    List<Count> takenOf(@Param("ids") List<UUID> ids);
}
