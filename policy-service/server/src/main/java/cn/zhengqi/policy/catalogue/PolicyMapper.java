package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Reads policies as they are shown. */
@Mapper
interface PolicyMapper {

    String CRITERIA_VERIFIED = """
             not e.criteria @> '{"clauses": [{"certain": false}]}' as criteria_verified
            """;

    /** The words of the document, and what the library says of the policy beside them. */
    String TAGS = """
            e.tags_basic || e.tags_advanced
                || coalesce((select t.names from policy_tags t where t.policy_id = e.policy_id), '{}'::text[])
            """;

    String SUMMARY = """
            select p.id, p.code, e.edition, e.title, e.doc_number, e.issuer, e.level, e.category, e.publish_date,
                   e.effective_from, e.valid_to, e.validity_note,
                   status_on(#{day}, e.effective_from, e.valid_to, e.superseded_by) as status,
                   e.benefit, """ + TAGS + " as tags, e.verified, e.confidence," + CRITERIA_VERIFIED + """
            from policy_edition e join policy p on p.id = e.policy_id
            """;

    /** Each of the two texts is found by its own index, which one condition over both would keep from being used. */
    String WORDS = """
            <foreach collection="q.terms" item="ways">
                <choose>
                    <when test="q.inDocuments">
                        and e.id in (
                            select w.id from policy_edition w where
                                <foreach collection="ways" item="way" separator=" or ">w.search_text like #{way}</foreach>
                            union all
                            select t.edition_id from policy_text t where
                                <foreach collection="ways" item="way" separator=" or ">t.search_text like #{way}</foreach>)
                    </when>
                    <otherwise>
                        and (<foreach collection="ways" item="way" separator=" or ">e.search_text like #{way}</foreach>)
                    </otherwise>
                </choose>
            </foreach>
            <if test="!q.pairs.isEmpty()">
                and (select count(*) from unnest(#{q.pairs}::text[]) pair where position(pair in e.search_text) > 0)
                    >= #{q.pairsNeeded}
            </if>
            """;

    String MATCHING = " where e.publication = 'PUBLISHED'" + """
            <if test="q.level != null">and e.level = #{q.level}</if>
            <if test="q.category != null">and e.category = #{q.category}</if>
            <if test="q.tag != null">
                and ((e.tags_basic || e.tags_advanced) @> array[#{q.tag}::text]
                    or exists (select from policy_tags t where t.policy_id = e.policy_id and t.names @> array[#{q.tag}::text]))
            </if>
            <if test="q.status != null">
                and status_on(#{q.day}, e.effective_from, e.valid_to, e.superseded_by) = #{q.status}
            </if>
            """ + WORDS;

    @Select("<script>select count(*) from policy_edition e join policy p on p.id = e.policy_id " + MATCHING
            + "</script>")
    long count(@Param("q") PolicyQuery q);

    @Select("<script><bind name='day' value='q.day'/>" + SUMMARY + MATCHING + """
            order by
            <choose>
                <when test="q.order.name() == 'RELEVANCE'">
                    (lower(p.code) = #{q.text}) desc,
                    <if test="!q.pairs.isEmpty()">
                        (select count(*) from unnest(#{q.pairs}::text[]) pair where position(pair in e.search_text) > 0) desc,
                    </if>
                    word_similarity(#{q.text}, lower(e.title || ' ' || e.doc_number)) desc, e.publish_date desc
                </when>
                <when test="q.order.name() == 'PUBLISH_DATE'">e.publish_date</when>
                <when test="q.order.name() == 'EFFECTIVE_FROM'">coalesce(e.effective_from::text, e.publish_date)</when>
                <when test="q.order.name() == 'VALID_TO'">e.valid_to</when>
                <when test="q.order.name() == 'DEADLINE'">
                    case when e.valid_to >= #{q.day} then 0 when e.valid_to is null then 1 else 2 end, e.valid_to
                </when>
                <when test="q.order.name() == 'TITLE'">e.title</when>
                <otherwise>p.code</otherwise>
            </choose>
            <if test="!q.order.fixed">
                <if test="!q.ascending">desc</if> nulls last
            </if>
            , p.code
            limit #{q.page.size} offset #{q.page.offset}
            </script>""")
    List<PolicySummary> list(@Param("q") PolicyQuery q);

    /** Counts per value; each dimension is counted under the other ones. */
    @Select("<script>with hit as (select e.level, e.category, " + TAGS + " as tags,"
            + " e.tags_basic || coalesce((select t.names from policy_tags t where t.policy_id = e.policy_id), '{}'::text[])"
            + " as shown, status_on(#{q.day}, e.effective_from, e.valid_to, e.superseded_by) as status"
            + " from policy_edition e where e.publication = 'PUBLISHED'"
            + WORDS
            + """
            ), marked as (
                select h.*,
                    <choose><when test="q.level != null">h.level = #{q.level}</when><otherwise>true</otherwise></choose> as l,
                    <choose><when test="q.category != null">h.category = #{q.category}</when><otherwise>true</otherwise></choose> as c,
                    <choose><when test="q.tag != null">h.tags @> array[#{q.tag}::text]</when><otherwise>true</otherwise></choose> as t,
                    <choose><when test="q.status != null">h.status = #{q.status}</when><otherwise>true</otherwise></choose> as s
                from hit h)
            select 'LEVEL' as dimension, level as value, count(*) as count from marked where c and t and s group by level
            union all
            select 'CATEGORY', category, count(*) from marked where l and t and s group by category
            union all
            select 'STATUS', status, count(*) from marked where l and c and t group by status
            union all
            (select 'TAG', tag, count(*) from marked, lateral (select distinct unnest(shown) as tag) word where l and c and s group by tag
             order by count(*) desc, tag limit 40)
            </script>""")
    List<FacetRow> facets(@Param("q") PolicyQuery q);

    /** Tags that the library gives the policy, whatever its edition. */
    @Select("select unnest(names) from policy_tags where policy_id = #{policyId}")
    List<String> libraryTags(UUID policyId);

    record FacetRow(String dimension, String value, long count) {}

    @Select(SUMMARY + " where e.publication = 'PUBLISHED' and p.id = #{policyId}")
    Optional<PolicySummary> find(UUID policyId, LocalDate day);

    @Select(SUMMARY
            + " where e.publication in ('PUBLISHED', 'REPLACED') and p.id = #{policyId} and e.edition = #{edition}")
    Optional<PolicySummary> findEdition(UUID policyId, int edition, LocalDate day);

    @Select(SUMMARY + """
             where e.publication = 'PUBLISHED'
               and status_on(#{day}, e.effective_from, e.valid_to, e.superseded_by) in ('EFFECTIVE', 'UPCOMING')
             order by e.publish_date desc, p.code limit #{limit}
            """)
    List<PolicySummary> latest(LocalDate day, int limit);

    @Select("select id, code from policy where id = #{id}")
    Optional<Policy> policy(UUID id);

    @Select("select id, code from policy where code = #{code}")
    Optional<Policy> policyByCode(String code);

    @Insert("insert into policy (id, code) values (#{id}, #{code})")
    void insert(Policy policy);

    @Update("update policy set owner_id = #{owner.id}, owner_name = #{owner.name} where id = #{id}")
    void belongTo(@Param("id") UUID id, @Param("owner") PolicyOwner owner);

    @Select("select owner_id as id, owner_name as name from policy where id = #{id} and owner_id is not null")
    Optional<PolicyOwner> owner(UUID id);

    @Delete("delete from policy where id = #{id}")
    void delete(UUID id);

    @Select("""
            select p.id, p.code, e.title, e.doc_number
            from policy_edition e join policy p on p.id = e.policy_id
            where p.id = #{policyId} and e.publication = 'PUBLISHED'
            """)
    Optional<PolicyRef> reference(UUID policyId);

    /** Of the edition that is published. */
    @Select("""
            select status_on(#{day}, e.effective_from, e.valid_to, e.superseded_by)
            from policy_edition e where e.policy_id = #{policyId} and e.publication = 'PUBLISHED'
            """)
    Optional<PolicyStatus> statusOn(UUID policyId, LocalDate day);

    /** The day from which enterprises are matched: that of the conditions, else that of the document; absent: at once. */
    String FIRST_DAY = " coalesce((e.rule #>> '{validity,from}')::date, e.effective_from) ";

    /**
     * The first day of the edition that is published, where that is after this one. Where an edition before it had begun while it stood, the policy has: what was granted under
     * that one does not wait for the days of a later one.
     */
    @Select("select" + FIRST_DAY
            + "from policy_edition e where e.policy_id = #{policyId} and e.publication = 'PUBLISHED' and"
            + FIRST_DAY + """
            > #{day} and not exists (
                select from policy_edition e where e.policy_id = #{policyId} and e.publication in ('REPLACED', 'WITHDRAWN')
                  and coalesce(""" + FIRST_DAY + """
                    , '-infinity') <= least(#{day}, (coalesce(e.withdrawn_at, e.replaced_at) at time zone 'Asia/Shanghai')::date))
            """)
    Optional<LocalDate> beginsAfter(UUID policyId, LocalDate day);

    /** When a policy of which no edition is published any more was taken down. */
    @Select("""
            select max(e.withdrawn_at) from policy_edition e
            where e.policy_id = #{policyId} and not exists (
                select from policy_edition now where now.policy_id = e.policy_id and now.publication = 'PUBLISHED')
            """)
    Optional<Instant> withdrawnAt(UUID policyId);

    /** Until when the published edition of a policy holds. */
    record ValidityOn(
            PolicyStatus status,
            @Nullable LocalDate validTo,
            @Nullable UUID supersededBy) {}

    @Select("""
            select status_on(#{day}, e.effective_from, e.valid_to, e.superseded_by) as status, e.valid_to, e.superseded_by
            from policy_edition e where e.policy_id = #{policyId} and e.publication = 'PUBLISHED'
            """)
    Optional<ValidityOn> validity(UUID policyId, LocalDate day);

    /** How the published edition of a policy stands on a day. */
    record StatusOn(UUID policyId, PolicyStatus status) {}

    /** Those that have no published edition are left out. */
    @Select("""
            <script>
            select e.policy_id, status_on(#{day}, e.effective_from, e.valid_to, e.superseded_by) as status
            from policy_edition e where e.publication = 'PUBLISHED' and e.policy_id in
            <foreach collection='policyIds' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    List<StatusOn> statusesOn(@Param("policyIds") Collection<UUID> policyIds, @Param("day") LocalDate day);

    @Select("""
            select p.id, p.code, e.title, e.doc_number
            from policy_edition e join policy p on p.id = e.policy_id
            where e.superseded_by = #{policyId} and e.publication = 'PUBLISHED'
            order by p.code
            """)
    List<PolicyRef> supersededBy(UUID policyId);

    @Select("""
            select p.id, p.code, e.edition, e.title, e.doc_number, e.publish_date, e.publication = 'PUBLISHED' as current
            from policy_edition e join policy p on p.id = e.policy_id
            where p.id = #{policyId} and e.publication <> 'DRAFT'
            order by e.edition desc
            """)
    List<EditionRef> editions(UUID policyId);

    @Select("select word, official from search_alias where #{text} like '%' || word || '%'")
    List<Alias> aliasesIn(String text);

    record Alias(String word, List<String> official) {}

    String MANAGED = """
            from policy_edition e join policy p on p.id = e.policy_id
            where e.edition = (select max(newest.edition) from policy_edition newest where newest.policy_id = e.policy_id)
            <if test="q.filter.publication != null">and e.publication = #{q.filter.publication}</if>
            <if test="q.filter.level != null">and e.level = #{q.filter.level}</if>
            <if test="q.filter.category != null">and e.category = #{q.filter.category}</if>
            <if test="q.filter.status != null">
                and status_on(#{q.day}, e.effective_from, e.valid_to, e.superseded_by) = #{q.filter.status}
            </if>
            <if test="q.from != null">and e.publish_date &gt;= left(#{q.from}, length(e.publish_date))</if>
            <if test="q.to != null">and e.publish_date &lt;= #{q.to}</if>
            <foreach collection="q.patterns" item="pattern">
                <choose>
                    <when test="q.inDocuments">
                        and e.id in (select w.id from policy_edition w where w.search_text like #{pattern}
                            union all select t.edition_id from policy_text t where t.search_text like #{pattern})
                    </when>
                    <otherwise>and e.search_text like #{pattern}</otherwise>
                </choose>
            </foreach>
            """;

    /** In a script with a {@code keeper}. */
    String KEPT_BY_ME = """
            (<if test="keeper.everything">true or</if> p.owner_id is null
            <foreach collection="keeper.institutions" item="it" open="or p.owner_id in (" separator="," close=")">#{it}</foreach>)
            """;

    String MANAGED_COLUMNS =
            "select p.id, p.code, e.edition, e.title, e.doc_number, e.issuer, e.level, e.category, e.department,"
                    + " e.publish_date, e.effective_from, e.valid_to, e.verified, e.confidence, e.operator_note, e.publication,"
                    + CRITERIA_VERIFIED
                    + ","
                    + " status_on(#{q.day}, e.effective_from, e.valid_to, e.superseded_by) as status,"
                    + " e.published_at, e.withdrawn_at, e.withdrawn_reason, e.withdrawn_by_name as withdrawn_by,"
                    + " e.withdrawn_by is not null and e.withdrawn_by = #{q.reader} as withdrawn_by_me,"
                    + " p.owner_name as owner, " + KEPT_BY_ME + " as kept_by_me, e.version ";

    /** Levels from the nation down, states as a policy goes through them. */
    String MANAGED_ORDER = """
            order by
            <choose>
                <when test="q.order.name() == 'VALID_TO'">e.valid_to</when>
                <when test="q.order.name() == 'TITLE'">e.title</when>
                <when test="q.order.name() == 'LEVEL'">
                    array_position(array['NATIONAL', 'MUNICIPAL', 'DISTRICT'], e.level)
                </when>
                <when test="q.order.name() == 'CATEGORY'">e.category</when>
                <when test="q.order.name() == 'PUBLICATION'">
                    array_position(array['DRAFT', 'PUBLISHED', 'REPLACED', 'WITHDRAWN'], e.publication)
                </when>
                <when test="q.order.name() == 'CODE'">p.code</when>
                <otherwise>e.publish_date</otherwise>
            </choose>
            <if test="!q.ascending">desc</if> nulls last, p.code
            """;

    @Select("<script>select count(*) " + MANAGED + "</script>")
    long countManaged(@Param("q") ManagedQuery q);

    @Select("<script><bind name='keeper' value='q.keeper'/>" + MANAGED_COLUMNS + MANAGED + MANAGED_ORDER
            + " limit #{page.size} offset #{page.offset}</script>")
    List<ManagedPolicy> managed(@Param("q") ManagedQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script><bind name='keeper' value='q.keeper'/>" + MANAGED_COLUMNS + MANAGED + MANAGED_ORDER + "</script>")
    @ResultType(ManagedPolicy.class)
    void eachManaged(@Param("q") ManagedQuery q, ResultHandler<ManagedPolicy> handler);
}
