package cn.zhengqi.finance.demand;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.finance.application.CodeEnds;
import cn.zhengqi.finance.application.EndsWithTheCode;
import cn.zhengqi.finance.product.LoanProductMapper;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.ResultHandler;

/** Stores demands and finds those that somebody may see; the one place that says which product fits which demand. */
@Mapper
interface FinancingDemandMapper extends EntityMapper<FinancingDemand> {

    /**
     * A product p takes a demand d: amount and term lie within what it publishes, and it asks for no security, or for one that the enterprise gives. What a product
     * says of security in other words keeps nobody out: the bank looks at it.
     */
    String TAKES = """
            p.status = 'PUBLISHED'
            and d.amount between coalesce(p.min_amount_wan, 0) * 10000 and coalesce(p.max_amount_wan * 10000, 1000000000)
            and d.term_months between coalesce(p.min_term_months, 1) and coalesce(p.term_months, 360)
            and exists (
                select 1 from unnest(""" + LoanProductMapper.GUARANTEES + """
            ) asked
                where asked !~ '抵押|质押|担保|保证'
                    or (asked ~ '抵押' and 'MORTGAGE' = any(d.guarantees))
                    or (asked ~ '质押' and 'PLEDGE' = any(d.guarantees))
                    or (asked ~ '担保|保证' and 'GUARANTOR' = any(d.guarantees)))
            """;

    /** What an enterprise posted; what fits a bank's product while it stands, and what the bank claimed; what lies where an office reaches. */
    String WITHIN = """
            <if test="reader.enterprise != null">and d.enterprise_id = #{reader.enterprise}</if>
            <if test="reader.bank != null">and (false
                <if test="!reader.bank.fitting.isEmpty()">
                    or (d.status = 'OPEN' and d.expires_on &gt;= #{reader.today} and exists (
                        select 1 from loan_product p where p.bank_id in
                            <foreach collection="reader.bank.fitting" item="it" open="(" separator="," close=")">#{it}</foreach>
                            and
            """ + TAKES + """
                    ))
                </if>
                <if test="!reader.bank.claiming.isEmpty()">
                    or d.id in (select demand_id from demand_claim where bank_id in
                        <foreach collection="reader.bank.claiming" item="it" open="(" separator="," close=")">#{it}</foreach>)
                </if>
                <if test="reader.bank.person != null">
                    or d.id in (select demand_id from demand_claim where officer_id = #{reader.bank.person})
                </if>)
            </if>
            <if test="reader.office != null and !reader.office.everything">and (false
                <if test="!reader.office.towns.isEmpty()">or d.town_code in
                    <foreach collection="reader.office.towns" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="!reader.office.institutions.isEmpty()">
                    or d.id in (select demand_id from demand_claim where bank_id in
                        <foreach collection="reader.office.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>)
                </if>)
            </if>
            """;

    String MATCHING = """
            <bind name="reader" value="q.reader"/>
            from financing_demand d
            <where>
            """ + WITHIN + """
                <if test="q.status != null">and d.status = #{q.status}</if>
                <if test="q.mine != null and reader.bank != null">
                    and <if test="!q.mine">not</if> exists (select 1 from demand_claim c where c.demand_id = d.id and (false
                        <if test="!reader.bank.fitting.isEmpty()">or c.bank_id in
                            <foreach collection="reader.bank.fitting" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                        <if test="reader.bank.person != null">or c.officer_id = #{reader.bank.person}</if>))
                </if>
                <if test="q.from != null">and d.posted_at &gt;= #{q.from}</if>
                <if test="q.before != null">and d.posted_at &lt; #{q.before}</if>
                <if test="q.pattern != null">
                    and (d.number || ' ' || d.purpose || ' ' || d.industry || ' ' || d.town_name) ilike #{q.pattern}
                </if>
            </where>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'AMOUNT'">d.amount</when>
                <when test="q.order.name() == 'TERM'">d.term_months</when>
                <when test="q.order.name() == 'WANTED_ON'">d.wanted_on</when>
                <when test="q.order.name() == 'EXPIRES_ON'">d.expires_on</when>
                <otherwise>d.posted_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if>, d.id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") DemandQuery q);

    @Select("<script>select d.* " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<FinancingDemand> list(@Param("q") DemandQuery q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select d.* " + MATCHING + ORDERED + "</script>")
    @ResultType(FinancingDemand.class)
    void each(@Param("q") DemandQuery q, ResultHandler<FinancingDemand> handler);

    @Select("<script>select count(*) as posted, count(*) filter (where d.status = 'OPEN') as open,"
            + " count(*) filter (where d.status = 'CHOSEN') as chosen,"
            + " count(*) filter (where d.status = 'WITHDRAWN') as withdrawn,"
            + " count(*) filter (where d.status = 'EXPIRED') as expired,"
            + " count(*) filter (where d.status = 'OPEN' and not exists"
            + " (select 1 from demand_claim c where c.demand_id = d.id)) as unclaimed,"
            + " coalesce(sum(d.amount), 0) as amount,"
            + " coalesce(sum(d.amount) filter (where d.status = 'CHOSEN'), 0) as chosen_amount " + MATCHING
            + "</script>")
    DemandFigures.Totals totals(@Param("q") DemandQuery q);

    @Select("<script>select c.bank_id, max(c.bank_name) as bank_name, count(*) as claimed,"
            + " count(c.offered_at) as offered, count(*) filter (where c.status = 'GIVEN_BACK') as given_back,"
            + " count(*) filter (where c.status = 'CHOSEN') as chosen"
            + " from demand_claim c where c.demand_id in (select d.id " + MATCHING
            + ") group by c.bank_id order by claimed desc, bank_name</script>")
    List<DemandFigures.OfBank> banks(@Param("q") DemandQuery q);

    /** Empty also for one that its reader may not see: that it exists is nobody else's business. */
    @Select("<script>select d.* from financing_demand d where d.id = #{id} " + WITHIN + "</script>")
    Optional<FinancingDemand> findWithin(@Param("id") UUID id, @Param("reader") DemandQuery.Reader reader);

    /** Who moves a demand or one of its claims has this row until the end: no two move it at once, and what was read before is read anew. */
    @Select(value = "select * from financing_demand where id = #{id} for update", affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<FinancingDemand> lock(UUID id);

    /** Open ones whose last day is over, or that of an offer for them; those that somebody moves at this moment are left for the next time. */
    @Select(value = """
            select * from financing_demand d
            where status = 'OPEN' and (expires_on < #{today} or exists (
                select 1 from demand_claim c
                where c.demand_id = d.id and c.status = 'OFFERED' and c.offered_until < #{today}))
            order by expires_on, id limit #{most} for update skip locked
            """, affectData = true)
    List<FinancingDemand> lockOver(@Param("today") LocalDate today, @Param("most") int most);

    /** Open ones of an enterprise whose code ended, but for those that were posted under a later code. */
    @Select(value = """
            select * from financing_demand d
            where enterprise_id = #{enterpriseId} and status = 'OPEN'
              and not exists (
                select 1 from code_end c
                where c.enterprise_id = d.enterprise_id and c.issued_at > #{endedAt} and c.issued_at <= d.posted_at)
            order by id for update
            """, affectData = true)
    List<FinancingDemand> lockOpenWithoutCode(
            @Param("enterpriseId") UUID enterpriseId, @Param("endedAt") Instant endedAt);

    @Select("select distinct c.enterprise_id, c.ended_at from financing_demand d join code_end c using (enterprise_id)"
            + " where d.status = 'OPEN' and " + CodeEnds.OVER)
    List<EndsWithTheCode.Ended> leftBehind();

    @Select("select distinct p.bank_id from financing_demand d join loan_product p on " + TAKES
            + " where d.id = #{demandId}")
    List<UUID> banksThatFit(UUID demandId);

    @Select("select exists (select 1 from financing_demand d join loan_product p on " + TAKES
            + " where d.id = #{demandId} and p.bank_id = #{bankId})")
    boolean fits(@Param("demandId") UUID demandId, @Param("bankId") UUID bankId);

    /** Those hear when it has ended, too. No change of the demand: its version stays. */
    @Update(
            "<script>update financing_demand set told_banks = array["
                    + "<foreach collection='banks' item='bank' separator=','>#{bank}::text</foreach>]::text[] where id = #{id}</script>")
    void told(@Param("id") UUID id, @Param("banks") List<UUID> banks);

    @Select("select nextval('financing_demand_number')")
    long nextNumber();

    /** Until the end of the transaction nobody else of the same enterprise posts. */
    @Select(
            "select 1 from (select pg_advisory_xact_lock(hashtext('demands of'), hashtext(#{enterpriseId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lockPoster(UUID enterpriseId);

    @Select("""
            select count(*) from financing_demand
            where enterprise_id = #{enterpriseId} and status = 'OPEN' and expires_on >= #{today}
            """)
    int open(@Param("enterpriseId") UUID enterpriseId, @Param("today") LocalDate today);

    @Select("select count(*) from financing_demand where enterprise_id = #{enterpriseId} and posted_at >= #{since}")
    int postedSince(@Param("enterpriseId") UUID enterpriseId, @Param("since") Instant since);
}
