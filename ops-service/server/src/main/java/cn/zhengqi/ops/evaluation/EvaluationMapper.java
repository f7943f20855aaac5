package cn.zhengqi.ops.evaluation;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.api.CaseKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Stores evaluations and finds those that somebody may see. */
@Mapper
interface EvaluationMapper extends EntityMapper<Evaluation> {

    String POINTS = """
            case e.grade when 'VERY_SATISFIED' then 5 when 'SATISFIED' then 4 when 'FAIR' then 3
                when 'DISSATISFIED' then 2 else 1 end
            """;

    /** Of the institutions that somebody reaches, and of claims and loans that are open to them. */
    String WITHIN = """
            <if test="reach != null and !reach.everything">and (false
                <if test="!reach.institutions.isEmpty()">or e.institution_id in
                    <foreach collection="reach.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
                    or e.branch_id in
                    <foreach collection="reach.institutions" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="reach.loans">or e.case_kind in ('LOAN', 'DEMAND', 'COORDINATION')</if>
                <if test="reach.claims">or e.institution_id is null</if>
                <if test="!reach.claims and !reach.towns.isEmpty()">or (e.institution_id is null and e.town_code in
                    <foreach collection="reach.towns" item="it" open="(" separator="," close=")">#{it}</foreach>)</if>)
            </if>
            """;

    /** Of who evaluates: their own alone, and those of the enterprise that they act for. */
    String OF = """
             (person_id = #{by.person}
                <if test="by.enterprise != null">or person_id is null and enterprise_id = #{by.enterprise}</if>)
            """;

    String KNOWN = "coalesce(e.words, '') || ' ' || e.case_number || ' '"
            + " || case when e.person_id is null then e.enterprise_name else '' end";

    /** Who looks for a phone or a name must not learn by what is found what they do not see ({@link PublicEvaluation#covered}): all that is covered there, and more, is none of this. */
    String COVERED = """
            case when cardinality(e.covered_words) + cardinality(e.own_names) > 0 then '' else
              regexp_replace(replace(coalesce(e.words, ''), e.enterprise_name, '*'), '[0-9][0-9 -]{9,}[0-9Xx]', '*', 'g') end""";

    String MATCHING = """
            <bind name="reach" value="q.reach"/>
            from evaluation e
            <where>
            """ + WITHIN + """
                <if test="q.caseKind != null">and e.case_kind = #{q.caseKind}</if>
                <if test="q.grade != null">and e.grade = #{q.grade}</if>
                <if test="q.institutionId != null">and e.institution_id = #{q.institutionId}</if>
                <if test="q.state != null">and e.state = #{q.state}</if>
                <if test="q.publication != null">and e.publication = #{q.publication}</if>
                <if test="q.from != null">and e.given_at &gt;= #{q.from}</if>
                <if test="q.before != null">and e.given_at &lt; #{q.before}</if>
                <if test="q.pattern != null">
                    and (e.title || ' ' || <choose>
                        <when test="reach != null and reach.sees">""" + KNOWN + """
                        </when>
                        <otherwise>case when e.anonymous then
                            """ + COVERED + " else " + KNOWN + """
                            end</otherwise>
                        </choose>) ilike #{q.pattern}
                </if>
            </where>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'FINISHED_AT' and (reach == null or !reach.sees)">
                    case when e.anonymous then e.given_at else e.finished_at end</when>
                <when test="q.order.name() == 'FINISHED_AT'">e.finished_at</when>
                <when test="q.order.name() == 'GRADE'">
            """ + POINTS + """
                </when>
                <otherwise>e.given_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if>, e.id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") EvaluationQuery q);

    @Select("<script>select e.* " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Evaluation> list(@Param("q") EvaluationQuery q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select e.* " + MATCHING + ORDERED + "</script>")
    @ResultType(Evaluation.class)
    void each(@Param("q") EvaluationQuery q, ResultHandler<Evaluation> handler);

    /** Of each institution; what no institution handles alone counts together. */
    @Select("<script>select e.institution_id, max(e.institution_name) as institution_name, count(*) as given,"
            + " sum(" + POINTS + ") as points,"
            + " count(*) filter (where e.state = 'GIVEN') as satisfied,"
            + " count(*) filter (where e.passed_at is not null) as remedied " + MATCHING
            + " group by e.institution_id order by given desc, institution_name</script>")
    List<EvaluationFigures.Counted> figures(@Param("q") EvaluationQuery q);

    /** What a person said, first or once more. */
    @Select("select * from evaluation where given_by = #{person} or again_by = #{person} order by given_at desc, id")
    List<Evaluation> saidBy(@Param("person") UUID person);

    /** Empty also for one that its reader may not see. */
    @Select("<script>select e.* from evaluation e where e.id = #{id} " + WITHIN + "</script>")
    Optional<Evaluation> findWithin(@Param("id") UUID id, @Param("reach") EvaluationReach reach);

    /** Who moves an evaluation has its row until the end. */
    @Select(
            value = "<script>select e.* from evaluation e where e.id = #{id} " + WITHIN + " for update</script>",
            affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Evaluation> lockWithin(@Param("id") UUID id, @Param("reach") EvaluationReach reach);

    /** Empty also for another enterprise's or person's. */
    @Select(
            value = "<script>select * from evaluation where id = #{id} and " + OF + " for update</script>",
            affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Evaluation> lockOf(@Param("id") UUID id, @Param("by") Evaluator by);

    /** Whose second evaluation did not come in time; those that somebody moves at this moment are left for the next time. */
    @Select(value = """
            select * from evaluation where state = 'TO_EVALUATE_AGAIN' and again_until < #{today}
            order by again_until, id limit #{most} for update skip locked
            """, affectData = true)
    List<Evaluation> lockOver(@Param("today") LocalDate today, @Param("most") int most);

    @Select("<script>select * from evaluation where " + OF + " order by given_at desc, id"
            + " limit #{page.size} offset #{page.offset}</script>")
    List<Evaluation> by(@Param("by") Evaluator by, @Param("page") PageRequest page);

    @Select("<script>select count(*) from evaluation where " + OF + "</script>")
    long countBy(@Param("by") Evaluator by);

    @Select("<script>select * from evaluation where case_id = #{caseId} and " + OF + "</script>")
    Optional<Evaluation> ofCase(@Param("caseId") UUID caseId, @Param("by") Evaluator by);

    /** Of the round that a promise was given for. */
    @Select("select * from evaluation where round_id = #{round}")
    Optional<Evaluation> ofRound(UUID round);

    @Select("""
            <script>select * from evaluation where publication = 'PUBLISHED'
                <if test="caseKind != null">and case_kind = #{caseKind}</if>
                <if test="institution != null">and institution_id = #{institution}</if>
            order by published_at desc, id limit #{page.size} offset #{page.offset}</script>""")
    List<Evaluation> published(
            @Param("caseKind") @Nullable CaseKind caseKind,
            @Param("institution") @Nullable UUID institution,
            @Param("page") PageRequest page);

    @Select("""
            <script>select count(*) from evaluation where publication = 'PUBLISHED'
                <if test="caseKind != null">and case_kind = #{caseKind}</if>
                <if test="institution != null">and institution_id = #{institution}</if>
            </script>""")
    long countPublished(
            @Param("caseKind") @Nullable CaseKind caseKind, @Param("institution") @Nullable UUID institution);
}
