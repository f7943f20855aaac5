package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Stores declarations with their timeline. */
@Mapper
interface DeclarationMapper extends EntityMapper<Declaration> {

    /**
     * The scope: by the enterprise, by whose project it is and who acts in its step, by the enterprise's town, and for who sees their own work what they had a hand
     * in and what still waits for somebody at their institution.
     */
    String WITHIN = """
            <if test="!scope.everything">and (false
                <if test="scope.enterpriseId != null">or enterprise_id = #{scope.enterpriseId}</if>
                <if test="!scope.institutions.isEmpty()">
                    or institution_id in
                    <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
                    or step_institution_id in
                    <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="!scope.towns.isEmpty()">or town_code in
                    <foreach collection="scope.towns" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="scope.person != null">
                    or handler_id = #{scope.person}
                    or id in (select declaration_id from declaration_event where actor_id = #{scope.person})</if>
                <if test="scope.desk != null">
                    or (step_institution_id = #{scope.desk} and handler_id is null and status in ('SUBMITTED', 'IN_REVIEW'))
                </if>)
            </if>
            """;

    /** All that somebody ever began, the newest first. */
    @Select("select * from declaration where applicant_id = #{applicant} order by created_at desc, id")
    List<Declaration> of(UUID applicant);

    /** A draft is nobody's business but its enterprise's. */
    String NO_DRAFTS = " and (status <![CDATA[<>]]> 'DRAFT' <if test=\"scope.enterpriseId != null\">or true</if>) ";

    String MATCHING = """
            <bind name="scope" value="q.scope"/>
            from declaration
            <where>
            """ + WITHIN + """
                <if test="!q.drafts">and status &lt;&gt; 'DRAFT'</if>
                <if test="q.status != null">and status = #{q.status}</if>
                <if test="q.projectId != null">and project_id = #{q.projectId}</if>
                <if test="q.from != null">and submitted_at &gt;= #{q.from}</if>
                <if test="q.before != null">and submitted_at &lt; #{q.before}</if>
                <if test="q.handler != null">and handler_id = #{q.handler}</if>
                <if test="q.desk != null">
                    and status in ('SUBMITTED', 'IN_REVIEW') and (handler_id is null or handler_id = #{q.desk.person})
                    and step_institution_id in
                    <foreach collection="q.desk.institutions" item="it" open="(null" close=")">, #{it}</foreach>
                    and not (handler_id is null
                        and exists (select from declaration_form f where f.project_id = declaration.project_id and f.version = declaration.form_version
                            and f.steps -&gt; 'items' -&gt; declaration.step_index @&gt; '{"anotherPerson": true}')
                        and exists (select from declaration_event e where e.declaration_id = declaration.id
                            and e.kind = 'PASSED' and e.actor_id = #{q.desk.person}))
                </if>
                <if test="q.due != null">
                    and step_case_id in (select case_id from promise
                        where kind = 'DECLARATION_STEP' and state in ('RUNNING', 'PAUSED') and due_at &lt;= #{q.due.until}
                        <if test="q.due.after != null">and due_at &gt; #{q.due.after}</if>)
                </if>
                <if test="q.pattern != null">
                    and (coalesce(number, '') || ' ' || enterprise_name || ' ' || project_title) ilike #{q.pattern}
                </if>
            </where>
            """;

    /** By the promised date: what waits comes before what stands still, and that before what is decided, whichever way. */
    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'CHANGED_AT'">changed_at</when>
                <when test="q.order.name() == 'DUE_AT'">
                    (select coalesce(due_at, <if test="!q.ascending">'-infinity'</if><if test="q.ascending">'infinity'</if>)
                     from promise where kind = 'DECLARATION_STEP' and case_id = declaration.step_case_id and ended_at is null)
                    <if test="!q.ascending">desc</if> nulls last,
                    (select due_at from promise where kind = 'DECLARATION_STEP' and case_id = declaration.step_case_id)
                </when>
                <otherwise>submitted_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if> nulls last, id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") DeclarationQuery q);

    @Select("<script>select * " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Declaration> list(@Param("q") DeclarationQuery q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select * " + MATCHING + ORDERED + "</script>")
    @ResultType(Declaration.class)
    void each(@Param("q") DeclarationQuery q, ResultHandler<Declaration> handler);

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    @Select("<script>select * from declaration where id = #{id} " + WITHIN + NO_DRAFTS + "</script>")
    Optional<Declaration> findWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    /** The latest that names a file, or named it when it was handed in. A draft is nobody's business but its enterprise's. */
    @Select("<script>select * from declaration where (file_ids @> array[#{file}::text] or id in ("
            + "select declaration_id from declaration_event where file_ids @> array[#{file}::text])) "
            + "and status <![CDATA[<>]]> 'DRAFT' " + WITHIN + " order by submitted_at desc, id limit 1</script>")
    Optional<Declaration> naming(@Param("file") UUID file, @Param("scope") DataScope scope);

    /** The one that an enterprise has going on under a project. */
    @Select("""
            select * from declaration
            where project_id = #{projectId} and enterprise_id = #{enterpriseId} and status not in ('REJECTED', 'WITHDRAWN')
            """)
    Optional<Declaration> open(@Param("projectId") UUID projectId, @Param("enterpriseId") UUID enterpriseId);

    /** Only as it was seen: whoever submits it at the same moment keeps it. */
    @Delete("delete from declaration where id = #{id} and version = #{version} and status = 'DRAFT'")
    int deleteDraft(@Param("id") UUID id, @Param("version") int version);

    @Select("select id from declaration where number = #{number}")
    @Nullable
    UUID numbered(String number);

    /** Those that are in one of these steps. */
    @Select("<script>select * from declaration where step_case_id in"
            + " <foreach collection='stepCases' item='it' open='(' separator=',' close=')'>#{it}</foreach></script>")
    List<Declaration> inSteps(@Param("stepCases") Collection<UUID> stepCases);

    /** Until the end of the transaction nobody else moves it, nor objects to it. */
    @Select("select * from declaration where id = #{id} for update")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Declaration> lock(UUID id);

    @Select("select count(*) from redemption_objection where declaration_id = #{id} and state = 'OPEN'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int openObjections(UUID id);

    /** Those in notice of which it could not be said how long it lasts. */
    @Select("select * from declaration where notice_from is not null and notice_until is null"
            + " and status in ('SUBMITTED', 'IN_REVIEW', 'SENT_BACK') order by id for update skip locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Declaration> undated();

    @Select("select nextval('declaration_number')")
    long nextNumber();

    /** Who passed the steps that it has behind it. */
    @Select("select distinct actor_id from declaration_event where declaration_id = #{id} and kind = 'PASSED'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Set<UUID> passedBy(UUID id);

    @Select("<script>select * from declaration where id in"
            + " <foreach collection='ids' item='it' open='(' separator=',' close=')'>#{it}</foreach></script>")
    List<Declaration> all(@Param("ids") Collection<UUID> ids);

    /** Under which of the forms of its project they were filled in, the newest first. */
    @Select("<script>select distinct form_version " + MATCHING + " order by form_version desc</script>")
    List<Integer> formVersions(@Param("q") DeclarationQuery q);

    @Select("select * from declaration_event where declaration_id = #{declarationId} order by at, id")
    List<DeclarationEvent> events(UUID declarationId);

    @Insert("""
            insert into declaration_event (id, declaration_id, at, kind, step, actor_id, actor, note, answers, materials, file_ids)
            values (#{id}, #{declarationId}, #{at}, #{kind}, #{step}, #{actorId}, #{actor}, #{note}, #{answers}, #{materials}, #{fileIds})
            """)
    void insertEvent(DeclarationEvent event);
}
